/**
 * The relay: what decides who sends a shard of the outbox, and the loop that sends it. Its ports are blocking and are
 * called on the relay's own threads only.
 */
@NullMarked
package io.playcaller.outbox.relay;

import org.jspecify.annotations.NullMarked;
