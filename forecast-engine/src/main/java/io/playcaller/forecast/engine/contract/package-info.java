/**
 * One contract: what is known about it, the probability that it renews with the drivers that make it, and the category
 * that a forecast call would put it in.
 */
@NullMarked
package io.playcaller.forecast.engine.contract;

import org.jspecify.annotations.NullMarked;
