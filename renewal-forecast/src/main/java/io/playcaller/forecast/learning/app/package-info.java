/** The two jobs, in slices. */
@NullMarked
package io.playcaller.forecast.learning.app;

import org.jspecify.annotations.NullMarked;
