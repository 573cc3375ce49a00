/** Reads what figures are computed from. */
@NullMarked
package io.playcaller.forecast.portfolio.out;

import org.jspecify.annotations.NullMarked;
