/** Tokens and public keys over HTTP. */
@NullMarked
package io.playcaller.console.token.in;

import org.jspecify.annotations.NullMarked;
