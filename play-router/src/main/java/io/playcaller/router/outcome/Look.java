package io.playcaller.router.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One look at the account of a run: at its end, or 30, 60 or 90 days of 24 hours after its start, whether it has ended by then or not.
 *
 * <p>Back from the start, and not from the end: what a play is compared by counts from the start, and a run that is held out ends later
 * than one that somebody works on, or never.
 *
 * @param days after the start; 0 for the end
 */
public record Look(UUID playRunId, int days, Instant dueAt) {

    private static final int STEP = 30;

    /** The look at a run that ends. */
    public static Look atEnd(UUID playRunId, Instant endedAt) {
        return new Look(playRunId, 0, endedAt);
    }

    /** The looks back at a run, in their order. */
    public static List<Look> back(UUID playRunId, Instant startedAt) {
        return Stream.of(STEP, 2 * STEP, 3 * STEP)
                .map(days -> new Look(playRunId, days, startedAt.plus(Duration.ofDays(days))))
                .toList();
    }

    public boolean isAtEnd() {
        return days == 0;
    }

    /** Of what a run says on Kafka: 1 for its end, and of looks back a higher one for the later. */
    public static long rev(int days) {
        return days / STEP + 1L;
    }
}
