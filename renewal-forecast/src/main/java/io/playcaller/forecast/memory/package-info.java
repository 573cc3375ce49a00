/** What was forecast before, what became of it, and why figures changed. */
@NullMarked
package io.playcaller.forecast.memory;

import org.jspecify.annotations.NullMarked;
