/** What was forecast before: why it changed, and how right it was. Starts at {@link ForecastBridge} and {@link Hindsight}. */
@NullMarked
package io.playcaller.forecast.engine.memory;

import org.jspecify.annotations.NullMarked;
