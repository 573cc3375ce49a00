/** Learning: a logistic regression by a library, Platt's scaling, folds. */
@NullMarked
package io.playcaller.forecast.lab.learn;

import org.jspecify.annotations.NullMarked;
