/** Attempts in PostgreSQL. */
@NullMarked
package io.playcaller.console.login.out;

import org.jspecify.annotations.NullMarked;
