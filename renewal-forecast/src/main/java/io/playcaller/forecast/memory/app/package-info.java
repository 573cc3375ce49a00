/** Keeps the memory of each day and asks it. */
@NullMarked
package io.playcaller.forecast.memory.app;

import org.jspecify.annotations.NullMarked;
