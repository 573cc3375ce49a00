/** Measurements of a running installation. Each prints what was measured, how often, and min, median, p95 and max. */
@NullMarked
package io.playcaller.bench;

import org.jspecify.annotations.NullMarked;
