package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What was last said about an account's health.
 *
 * @param grade null while there is no score
 * @param profile null before the first tick
 * @param extras hash of what else was said: milestones, last touch, frozen sources
 */
public record Said(
        Levels levels, @Nullable Grade grade, @Nullable Profile profile, int confidence, long adoption, int extras) {

    public static final Said NOTHING = new Said(Levels.NONE, null, null, 0, 0, 0);
}
