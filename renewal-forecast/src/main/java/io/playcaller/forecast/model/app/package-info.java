/** Knows the model in force, and changes it by hand. */
@NullMarked
package io.playcaller.forecast.model.app;

import org.jspecify.annotations.NullMarked;
