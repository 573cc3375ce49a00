/** The page and the review over HTTP. */
@NullMarked
package io.playcaller.forecast.kpi.in;

import org.jspecify.annotations.NullMarked;
