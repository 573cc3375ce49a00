/** Figures of how well a number foretells a bad end. Pure; formulas name their source. */
@NullMarked
package io.playcaller.lab.metric;

import org.jspecify.annotations.NullMarked;
