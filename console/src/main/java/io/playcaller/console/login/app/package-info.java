/** Checks a password, never more often than allowed. */
@NullMarked
package io.playcaller.console.login.app;

import org.jspecify.annotations.NullMarked;
