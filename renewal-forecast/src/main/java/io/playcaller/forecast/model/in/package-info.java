/** Models over HTTP. */
@NullMarked
package io.playcaller.forecast.model.in;

import org.jspecify.annotations.NullMarked;
