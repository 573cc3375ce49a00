/** Imports of history: runs whose facts are baseline whatever their time. */
@NullMarked
package io.playcaller.ingest.backfill;

import org.jspecify.annotations.NullMarked;
