/** How often our people are interrupted, and when they read the rest: pure at its root. */
@NullMarked
package io.playcaller.router.attention;

import org.jspecify.annotations.NullMarked;
