/** When the revenue people meet, and the forecasts that they look at. */
@NullMarked
package io.playcaller.forecast.engine.meeting;

import org.jspecify.annotations.NullMarked;
