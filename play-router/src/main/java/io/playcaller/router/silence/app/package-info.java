/** Silences that people make and take back. */
@NullMarked
package io.playcaller.router.silence.app;

import org.jspecify.annotations.NullMarked;
