/** When the revenue people meet. */
@NullMarked
package io.playcaller.forecast.engine.meeting;

import org.jspecify.annotations.NullMarked;
