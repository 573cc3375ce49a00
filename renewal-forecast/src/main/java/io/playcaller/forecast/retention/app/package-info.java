/** Removes what is old, a small set at a time. */
@NullMarked
package io.playcaller.forecast.retention.app;

import org.jspecify.annotations.NullMarked;
