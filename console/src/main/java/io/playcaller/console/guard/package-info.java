/** Refuses what should not reach the page. */
@NullMarked
package io.playcaller.console.guard;

import org.jspecify.annotations.NullMarked;
