/** The rows of history in PostgreSQL. */
@NullMarked
package io.playcaller.health.history.out;

import org.jspecify.annotations.NullMarked;
