/** Forecasts and data quality in PostgreSQL. */
@NullMarked
package io.playcaller.forecast.renewal.out;

import org.jspecify.annotations.NullMarked;
