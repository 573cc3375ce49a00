/** The memory in PostgreSQL. */
@NullMarked
package io.playcaller.forecast.memory.out;

import org.jspecify.annotations.NullMarked;
