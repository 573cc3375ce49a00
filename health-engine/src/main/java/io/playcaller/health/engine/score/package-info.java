/** Weights, levels and contributions, in integers that add up. */
@NullMarked
package io.playcaller.health.engine.score;

import org.jspecify.annotations.NullMarked;
