/** Refuses what another site makes a browser send. */
@NullMarked
package io.playcaller.console.guard.in;

import org.jspecify.annotations.NullMarked;
