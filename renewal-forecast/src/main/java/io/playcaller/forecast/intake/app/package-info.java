/** Takes in a batch: store, forecast, emit, in one transaction. */
@NullMarked
package io.playcaller.forecast.intake.app;

import org.jspecify.annotations.NullMarked;
