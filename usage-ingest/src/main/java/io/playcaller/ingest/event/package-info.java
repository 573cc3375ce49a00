/**
 * The path of an event from the door to the log, as small pure stages: what the sender said ({@code Draft}), when it
 * happened, whom it is about, whether it may open work, and what is then written.
 */
@NullMarked
package io.playcaller.ingest.event;

import org.jspecify.annotations.NullMarked;
