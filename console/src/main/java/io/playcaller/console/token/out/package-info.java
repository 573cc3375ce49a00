/** Signing keys in a file or in PostgreSQL. */
@NullMarked
package io.playcaller.console.token.out;

import org.jspecify.annotations.NullMarked;
