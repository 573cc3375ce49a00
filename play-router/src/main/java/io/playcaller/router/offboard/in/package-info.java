/** Leaving over HTTP. */
@NullMarked
package io.playcaller.router.offboard.in;

import org.jspecify.annotations.NullMarked;
