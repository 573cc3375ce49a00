/** The shapes of the Segment HTTP API. */
@NullMarked
package io.playcaller.ingest.door.segment;

import org.jspecify.annotations.NullMarked;
