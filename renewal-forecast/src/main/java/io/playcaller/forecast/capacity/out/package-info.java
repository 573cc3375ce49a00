/** Reads the facts of a capacity report. */
@NullMarked
package io.playcaller.forecast.capacity.out;

import org.jspecify.annotations.NullMarked;
