/** Forecasts accounts anew inside a transaction. */
@NullMarked
package io.playcaller.forecast.renewal.app;

import org.jspecify.annotations.NullMarked;
