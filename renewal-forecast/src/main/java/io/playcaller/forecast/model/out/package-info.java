/** Models in PostgreSQL. */
@NullMarked
package io.playcaller.forecast.model.out;

import org.jspecify.annotations.NullMarked;
