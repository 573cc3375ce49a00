package io.playcaller.forecast.engine.review;

import io.playcaller.forecast.engine.lift.PlayLift;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a play, or of content, when it is reviewed.
 *
 * @param subject key of the play or of the content
 * @param lift of the metric that it is judged by; null while there is none
 * @param money lift of ARR in the currency of {@code costOfRun}; null while there is none
 * @param runsEnded of both arms
 * @param runsRetracted of them, whose signal never held
 * @param costOfRun in minor units; null when nobody said
 */
public record Evidence(
        String subject,
        @Nullable PlayLift lift,
        @Nullable PlayLift money,
        long runsEnded,
        long runsRetracted,
        @Nullable Long costOfRun) {

    /** Share of ended runs whose signal held; 1 without any. */
    public double precision() {
        return runsEnded == 0 ? 1 : 1 - (double) runsRetracted / runsEnded;
    }
}
