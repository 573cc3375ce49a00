/** Reads the topics. */
@NullMarked
package io.playcaller.forecast.intake.in;

import org.jspecify.annotations.NullMarked;
