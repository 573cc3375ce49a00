/** Figures with the interval in which they may lie. */
@NullMarked
package io.playcaller.forecast.engine.estimate;

import org.jspecify.annotations.NullMarked;
