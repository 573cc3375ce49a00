/** Days as people write them. */
@NullMarked
package io.playcaller.forecast.day;

import org.jspecify.annotations.NullMarked;
