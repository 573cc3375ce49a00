/** Versions of the model that forecasts: which is in force, since when, by whom and why; the card of each. */
@NullMarked
package io.playcaller.forecast.model;

import org.jspecify.annotations.NullMarked;
