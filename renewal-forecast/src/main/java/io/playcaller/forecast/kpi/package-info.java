/** The six figures that have an owner, on one page, and the quarter's review of plays. */
@NullMarked
package io.playcaller.forecast.kpi;

import org.jspecify.annotations.NullMarked;
