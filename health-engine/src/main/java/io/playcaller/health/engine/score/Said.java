package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.Profile;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was last said about an account's health.
 *
 * @param grade null while there is no score
 * @param profile null before the first tick
 * @param extras hash of what else was said: milestones, last touch, frozen sources
 * @param readings the values that were said with it
 */
public record Said(
        Levels levels,
        @Nullable Grade grade,
        @Nullable Profile profile,
        int confidence,
        long adoption,
        int extras,
        Readings readings) {

    public static final Said NOTHING = new Said(Levels.NONE, null, null, 0, 0, 0, Readings.NONE);

    /** Whether it tells people the same: another value that makes the same points is no news. */
    public boolean same(Said other) {
        return levels.equals(other.levels)
                && grade == other.grade
                && Objects.equals(profile, other.profile)
                && confidence == other.confidence
                && adoption == other.adoption
                && extras == other.extras;
    }

    /** The same, now that another model says so. */
    public Said under(String model) {
        return levels.scored() && !readings.model().equals(model) ? with(readings.under(model)) : this;
    }

    Said with(Readings next) {
        return new Said(levels, grade, profile, confidence, adoption, extras, next);
    }
}
