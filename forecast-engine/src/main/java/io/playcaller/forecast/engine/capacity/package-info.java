/**
 * How much work there is for how many people: what tasks took, how full books are, how many of each role a quarter needs, and
 * a simulation that knows none of the formulas.
 */
@NullMarked
package io.playcaller.forecast.engine.capacity;

import org.jspecify.annotations.NullMarked;
