/** How well probabilities of renewal hold, for people and for programs. */
@NullMarked
package io.playcaller.forecast.lab.figures;

import org.jspecify.annotations.NullMarked;
