/** Contracts as a CSV file, with how they ended and what was known. */
@NullMarked
package io.playcaller.forecast.lab.file;

import org.jspecify.annotations.NullMarked;
