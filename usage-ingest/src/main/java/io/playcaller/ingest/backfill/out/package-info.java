/** Runs on PostgreSQL. */
@NullMarked
package io.playcaller.ingest.backfill.out;

import org.jspecify.annotations.NullMarked;
