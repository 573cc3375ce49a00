/** The service that runs the forecast engine: forecasts, their memory, and figures. */
@NullMarked
package io.playcaller.forecast;

import org.jspecify.annotations.NullMarked;
