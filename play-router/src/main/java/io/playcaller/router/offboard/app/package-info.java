/** Hands over what somebody who leaves had. */
@NullMarked
package io.playcaller.router.offboard.app;

import org.jspecify.annotations.NullMarked;
