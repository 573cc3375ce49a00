/** What became of contracts that were at risk, what was lost and why, and which plays to keep. */
@NullMarked
package io.playcaller.forecast.engine.review;

import org.jspecify.annotations.NullMarked;
