/**
 * Timers of play-router, and those of db-scheduler on the same PostgreSQL: how many are armed, cancelled and fired a second, and
 * how late they are with many that wait. README.md says how it is measured.
 */
@NullMarked
package io.playcaller.bench.timer;

import org.jspecify.annotations.NullMarked;
