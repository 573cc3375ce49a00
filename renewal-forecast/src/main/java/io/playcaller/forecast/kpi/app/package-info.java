/** Computes the page and the review. */
@NullMarked
package io.playcaller.forecast.kpi.app;

import org.jspecify.annotations.NullMarked;
