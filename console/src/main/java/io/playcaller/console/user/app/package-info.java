/** Users: looked up, changed, and the first of them. */
@NullMarked
package io.playcaller.console.user.app;

import org.jspecify.annotations.NullMarked;
