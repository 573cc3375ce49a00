/** Users over HTTP. */
@NullMarked
package io.playcaller.console.user.in;

import org.jspecify.annotations.NullMarked;
