/** Many contracts together: retention of a quarter as a distribution, computed from its contracts. */
@NullMarked
package io.playcaller.forecast.engine.portfolio;

import org.jspecify.annotations.NullMarked;
