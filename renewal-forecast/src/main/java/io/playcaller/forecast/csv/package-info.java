/** Figures as CSV. */
@NullMarked
package io.playcaller.forecast.csv;

import org.jspecify.annotations.NullMarked;
