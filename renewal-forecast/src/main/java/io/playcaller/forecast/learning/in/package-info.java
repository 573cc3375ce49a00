/** Runs the jobs. */
@NullMarked
package io.playcaller.forecast.learning.in;

import org.jspecify.annotations.NullMarked;
