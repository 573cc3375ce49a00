/** Drives the log's clock from one thread. */
@NullMarked
package io.playcaller.ingest.clock.app;

import org.jspecify.annotations.NullMarked;
