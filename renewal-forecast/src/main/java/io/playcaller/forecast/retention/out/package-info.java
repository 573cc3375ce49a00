/** What is old, in PostgreSQL. */
@NullMarked
package io.playcaller.forecast.retention.out;

import org.jspecify.annotations.NullMarked;
