/** Keeps in PostgreSQL what was said. */
@NullMarked
package io.playcaller.forecast.intake.out;

import org.jspecify.annotations.NullMarked;
