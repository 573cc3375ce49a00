/** Forecasts all contracts anew when a day begins, and takes the day's snapshot. */
@NullMarked
package io.playcaller.forecast.snapshot.app;

import org.jspecify.annotations.NullMarked;
