/** Reads the files, and looks whether they changed. */
@NullMarked
package io.playcaller.forecast.rules.in;

import org.jspecify.annotations.NullMarked;
