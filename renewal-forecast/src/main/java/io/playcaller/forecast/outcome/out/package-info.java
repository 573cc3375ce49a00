/** Reads what worked from PostgreSQL. */
@NullMarked
package io.playcaller.forecast.outcome.out;

import org.jspecify.annotations.NullMarked;
