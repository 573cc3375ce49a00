/**
 * The test environment. What a test key sends, and what is validated, takes the way of live traffic through the same code, up
 * to the places where something would be stored: there stand rehearsed ones, which look and store nothing.
 */
@NullMarked
package io.playcaller.ingest.rehearsal.app;

import org.jspecify.annotations.NullMarked;
