package io.playcaller.router.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One look at the account of a run: at its end, or 30, 60 or 90 days of 24 hours later.
 *
 * @param days after the end; 0 for the end itself
 */
public record Look(UUID playRunId, int days, Instant dueAt) {

    private static final int STEP = 30;
    private static final List<Integer> BACK = List.of(STEP, 2 * STEP, 3 * STEP);

    /** The looks at a run that ended, in their order: now, and each that is to come. */
    public static List<Look> at(UUID playRunId, Instant endedAt) {
        return Stream.concat(Stream.of(0), BACK.stream())
                .map(days -> new Look(playRunId, days, endedAt.plus(Duration.ofDays(days))))
                .toList();
    }

    /** Of what a run says on Kafka, from 1: a later look has a higher one. */
    public static long rev(int days) {
        return days / STEP + 1L;
    }
}
