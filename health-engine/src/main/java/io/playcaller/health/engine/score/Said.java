package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.score.Overridden.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was last said about an account's health.
 *
 * @param grade null while there is no score
 * @param profile null before the first tick
 * @param levels as they are computed
 * @param extras hash of what else was said: milestones, last touch, frozen sources
 * @param overridden what overrides did to the score
 */
public record Said(
        Levels levels,
        @Nullable Grade grade,
        @Nullable Profile profile,
        int confidence,
        long adoption,
        int extras,
        List<Part> overridden) {

    public static final Said NOTHING = new Said(Levels.NONE, null, null, 0, 0, 0, List.of());

    public Said {
        overridden = List.copyOf(overridden);
    }

    public boolean scored() {
        return grade != null;
    }

    /** Milli-points, with what people say. */
    public long score() {
        return levels.score() + Overridden.sum(overridden);
    }
}
