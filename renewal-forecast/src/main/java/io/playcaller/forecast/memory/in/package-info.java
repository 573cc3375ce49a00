/** The memory over HTTP. */
@NullMarked
package io.playcaller.forecast.memory.in;

import org.jspecify.annotations.NullMarked;
