/** A model is learnt from earlier endings, put right on later ones and judged on the last; what beats the one in force is better. */
@NullMarked
package io.playcaller.forecast.lab.trial;

import org.jspecify.annotations.NullMarked;
