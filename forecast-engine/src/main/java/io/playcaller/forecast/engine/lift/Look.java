package io.playcaller.forecast.engine.lift;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.Arm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look back at a run of a play, so long after it began that both arms were seen for times of one length.
 *
 * @param reason that the run began with
 * @param holdoutPercent the share with which the lot was drawn that chose the arm; null where none was drawn: such a run compares nothing
 * @param daysAfter the run's start: 30, 60 or 90, in both arms
 * @param seen what is known; what is unknown is not in it
 */
public record Look(
        String play,
        Reason reason,
        String runId,
        String accountId,
        Arm arm,
        @Nullable Integer holdoutPercent,
        Instant startedAt,
        int daysAfter,
        List<Seen> seen) {

    /**
     * One thing that is known of the account then.
     *
     * @param currency of an amount; empty of what is none
     */
    public record Seen(LiftMetric metric, String currency, double value) {

        /** What counts 1 where it is so and else 0. */
        public static Seen that(LiftMetric metric, boolean so) {
            return new Seen(metric, "", so ? 1 : 0);
        }
    }
}
