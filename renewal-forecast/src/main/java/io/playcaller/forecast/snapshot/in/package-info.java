/** Runs the sweep, and shows snapshots over HTTP. */
@NullMarked
package io.playcaller.forecast.snapshot.in;

import org.jspecify.annotations.NullMarked;
