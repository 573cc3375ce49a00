/** The holding area on PostgreSQL. */
@NullMarked
package io.playcaller.ingest.held.out;

import org.jspecify.annotations.NullMarked;
