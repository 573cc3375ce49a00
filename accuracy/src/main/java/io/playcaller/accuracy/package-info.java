/** Figures of how well a number foretells a bad end. Pure; formulas name their source. */
@NullMarked
package io.playcaller.accuracy;

import org.jspecify.annotations.NullMarked;
