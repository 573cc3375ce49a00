/** The memory: every day's forecast of every open contract, never changed. */
@NullMarked
package io.playcaller.forecast.snapshot;

import org.jspecify.annotations.NullMarked;
