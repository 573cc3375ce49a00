/**
 * The customer's people. Names and addresses are kept here and on the topic {@code people} only; everything else knows a
 * random {@code personId}.
 */
@NullMarked
package io.playcaller.ingest.person;

import org.jspecify.annotations.NullMarked;
