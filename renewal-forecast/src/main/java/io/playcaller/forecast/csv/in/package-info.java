/** Tables over HTTP. */
@NullMarked
package io.playcaller.forecast.csv.in;

import org.jspecify.annotations.NullMarked;
