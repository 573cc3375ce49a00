/** Holds the rules that are in force. */
@NullMarked
package io.playcaller.forecast.rules.app;

import org.jspecify.annotations.NullMarked;
