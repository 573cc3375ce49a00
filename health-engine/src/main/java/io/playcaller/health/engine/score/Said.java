package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.score.Overridden.Part;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was last said about an account's health.
 *
 * @param grade null while there is no score
 * @param profile null before the first tick
 * @param levels as they are computed
 * @param extras hash of what else was said: milestones, last touch, frozen sources, whole points and grades of products
 * @param overridden what overrides did to the score
 * @param readings the values that were said with it
 * @param children what they added to the account's own score, milli-points; may be negative
 */
public record Said(
        Levels levels,
        @Nullable Grade grade,
        @Nullable Profile profile,
        int confidence,
        long adoption,
        int extras,
        List<Part> overridden,
        Readings readings,
        long children) {

    public static final Said NOTHING = new Said(Levels.NONE, null, null, 0, 0, 0, List.of(), Readings.NONE, 0);

    public Said {
        overridden = List.copyOf(overridden);
    }

    /** Of an account without children. */
    public Said(
            Levels levels,
            @Nullable Grade grade,
            @Nullable Profile profile,
            int confidence,
            long adoption,
            int extras,
            List<Part> overridden,
            Readings readings) {
        this(levels, grade, profile, confidence, adoption, extras, overridden, readings, 0);
    }

    public boolean scored() {
        return grade != null;
    }

    /** Milli-points, with children and with what people say. */
    public long score() {
        return levels.score() + children + Overridden.sum(overridden);
    }

    /** Whether it tells people the same: another value that makes the same points is no news. */
    public boolean same(Said other) {
        return levels.equals(other.levels)
                && grade == other.grade
                && Objects.equals(profile, other.profile)
                && confidence == other.confidence
                && adoption == other.adoption
                && extras == other.extras
                && overridden.equals(other.overridden)
                && children == other.children;
    }

    /** The same, now that another model says so. */
    public Said under(String model) {
        return scored() && !readings.model().equals(model) ? with(readings.under(model)) : this;
    }

    Said with(Readings next) {
        return new Said(levels, grade, profile, confidence, adoption, extras, overridden, next, children);
    }
}
