/** Peers are counted in PostgreSQL; what is told of them leaves through the outbox. */
@NullMarked
package io.playcaller.health.peers.out;

import org.jspecify.annotations.NullMarked;
