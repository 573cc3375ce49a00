/** Looks at renewals in the transaction that forecasts them, and does what people say. */
@NullMarked
package io.playcaller.forecast.process.app;

import org.jspecify.annotations.NullMarked;
