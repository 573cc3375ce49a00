/** Computes figures of the whole portfolio. */
@NullMarked
package io.playcaller.forecast.portfolio.app;

import org.jspecify.annotations.NullMarked;
