/** The log's clock: ticks in every partition, and what they say about sources. */
@NullMarked
package io.playcaller.ingest.clock;

import org.jspecify.annotations.NullMarked;
