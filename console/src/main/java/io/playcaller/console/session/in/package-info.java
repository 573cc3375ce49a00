/** The login form, and the cookie as a proof of identity. */
@NullMarked
package io.playcaller.console.session.in;

import org.jspecify.annotations.NullMarked;
