/** What worked over HTTP. */
@NullMarked
package io.playcaller.forecast.outcome.in;

import org.jspecify.annotations.NullMarked;
