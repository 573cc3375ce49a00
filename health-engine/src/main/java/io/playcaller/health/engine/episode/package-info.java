/** Signals as episodes: conditions over time, judged by one automaton. */
@NullMarked
package io.playcaller.health.engine.episode;

import org.jspecify.annotations.NullMarked;
