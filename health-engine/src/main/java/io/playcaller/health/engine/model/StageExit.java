package io.playcaller.health.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a stage is over, whichever comes first: its milestones are all reached; where none of them was ever planned, its target
 * days are over; it took the longest that it may take; or another stage would begin that it yields to.
 *
 * @param milestones in the order in which they are waited for
 * @param atTheLatest days after its beginning
 * @param yieldsTo the name of a stage that begins near the renewal; then target days, or half of the term of a contract that
 *     does not renew by itself, must be over
 */
public record StageExit(
        List<String> milestones,
        @Nullable DaysBySegment atTheLatest,
        @Nullable String yieldsTo) {

    public StageExit {
        milestones = List.copyOf(milestones);
        Require.that(!milestones.isEmpty(), "milestones", "must name one at least");
    }
}
