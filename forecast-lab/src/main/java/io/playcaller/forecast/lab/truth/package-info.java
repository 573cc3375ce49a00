/** A company whose true probabilities are known, and what a forecast makes of it. */
@NullMarked
package io.playcaller.forecast.lab.truth;

import org.jspecify.annotations.NullMarked;
