/** Configuration, and the engine made from it. */
@NullMarked
package io.playcaller.forecast.config;

import org.jspecify.annotations.NullMarked;
