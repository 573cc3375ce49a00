/** The forecasts of an account's contracts: decided here, stored and served around. */
@NullMarked
package io.playcaller.forecast.renewal;

import org.jspecify.annotations.NullMarked;
