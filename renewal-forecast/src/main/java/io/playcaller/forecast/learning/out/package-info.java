/** Closed contracts, and what was known of them, in PostgreSQL. */
@NullMarked
package io.playcaller.forecast.learning.out;

import org.jspecify.annotations.NullMarked;
