/** Putting right how sure a model is. */
@NullMarked
package io.playcaller.forecast.engine.calibration;

import org.jspecify.annotations.NullMarked;
