/**
 * How a renewal is worked: stages with exit criteria, what people judge beside the model, what must be true so many days
 * before the end, what is a fault, and which signals follow. Starts at {@link
 * io.playcaller.forecast.engine.process.RenewalReview}.
 */
@NullMarked
package io.playcaller.forecast.engine.process;

import org.jspecify.annotations.NullMarked;
