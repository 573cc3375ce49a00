/** Removes what was kept for its time. */
@NullMarked
package io.playcaller.forecast.retention;

import org.jspecify.annotations.NullMarked;
