/** Opens and closes runs. */
@NullMarked
package io.playcaller.ingest.backfill.app;

import org.jspecify.annotations.NullMarked;
