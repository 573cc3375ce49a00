/** Contracts, forecasts and data quality over HTTP. */
@NullMarked
package io.playcaller.forecast.renewal.in;

import org.jspecify.annotations.NullMarked;
