/** Runs over HTTP. */
@NullMarked
package io.playcaller.ingest.backfill.in;

import org.jspecify.annotations.NullMarked;
