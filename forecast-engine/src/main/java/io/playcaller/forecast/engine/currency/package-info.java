/** Dated rates between currencies. */
@NullMarked
package io.playcaller.forecast.engine.currency;

import org.jspecify.annotations.NullMarked;
