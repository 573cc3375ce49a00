/** How long something takes, with those counted for whom it has not happened yet. */
@NullMarked
package io.playcaller.forecast.engine.survival;

import org.jspecify.annotations.NullMarked;
