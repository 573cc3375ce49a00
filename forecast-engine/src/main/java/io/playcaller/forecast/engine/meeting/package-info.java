/** When the revenue people meet, and how forecasts moved from one meeting to the next. */
@NullMarked
package io.playcaller.forecast.engine.meeting;

import org.jspecify.annotations.NullMarked;
