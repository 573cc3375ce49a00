/** Timers by db-scheduler: what those of play-router are measured against. README.md of bench says what it does and what not. */
@NullMarked
package io.playcaller.bench.peer.timer;

import org.jspecify.annotations.NullMarked;
