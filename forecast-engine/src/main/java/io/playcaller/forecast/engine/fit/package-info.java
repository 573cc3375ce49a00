/** What was learnt, as numbers: scores that add up on the log-odds scale. Learning itself is the affair of forecast-lab. */
@NullMarked
package io.playcaller.forecast.engine.fit;

import org.jspecify.annotations.NullMarked;
