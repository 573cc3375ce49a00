package io.playcaller.forecast.engine.lift;

/**
 * The lift of one play in one metric, so many days after its runs began.
 *
 * @param play key of the play; of content, the key of the content
 * @param currency of an amount; empty of what is none
 */
public record PlayLift(String play, int daysAfter, LiftMetric metric, String currency, Lift lift) {}
