/** Computes what worked from what is known. */
@NullMarked
package io.playcaller.forecast.outcome.app;

import org.jspecify.annotations.NullMarked;
