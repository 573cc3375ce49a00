/** Gathers the facts of a capacity report. */
@NullMarked
package io.playcaller.forecast.capacity.app;

import org.jspecify.annotations.NullMarked;
