/** Reads capacity.yaml, and shows the report over HTTP. */
@NullMarked
package io.playcaller.forecast.capacity.in;

import org.jspecify.annotations.NullMarked;
