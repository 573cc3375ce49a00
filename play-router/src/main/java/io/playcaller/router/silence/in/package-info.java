/** Silences over HTTP. */
@NullMarked
package io.playcaller.router.silence.in;

import org.jspecify.annotations.NullMarked;
