/** Portfolio and retention over HTTP. */
@NullMarked
package io.playcaller.forecast.portfolio.in;

import org.jspecify.annotations.NullMarked;
