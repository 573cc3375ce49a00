/** Learns a better model from closed contracts, and forecasts all anew when another model is in force. */
@NullMarked
package io.playcaller.forecast.learning;

import org.jspecify.annotations.NullMarked;
