/** Runs deliveries: load, decide, claim, store, confirm. */
@NullMarked
package io.playcaller.ingest.event.app;

import org.jspecify.annotations.NullMarked;
