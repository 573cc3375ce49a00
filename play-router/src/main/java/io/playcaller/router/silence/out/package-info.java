/** Silences in PostgreSQL. */
@NullMarked
package io.playcaller.router.silence.out;

import org.jspecify.annotations.NullMarked;
