package io.playcaller.health.engine.profile;

import io.playcaller.contracts.health.ProfileRule;
import org.jspecify.annotations.Nullable;

/**
 * When something began to apply, and why.
 *
 * @param at milliseconds
 */
public record Moment(long at, ProfileRule rule) {

    /** The later one; of two at once the one that is given. */
    Moment orLater(@Nullable Moment other) {
        return other != null && other.at > at ? other : this;
    }

    static @Nullable Moment earliest(@Nullable Moment one, @Nullable Moment other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at < one.at ? other : one;
    }
}
