package io.playcaller.contracts.work;

import io.playcaller.contracts.reason.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A play run ended, or a look back at it 30, 60 or 90 days later.
 *
 * @param daysAfter 0 at the end, else 30, 60, 90
 * @param score milli-points at that time; null when unknown
 */
public record PlayEnded(
        UUID playRunId,
        String play,
        @Nullable String accountId,
        UUID episodeId,
        Reason reason,
        Arm arm,
        PlayOutcome outcome,
        Instant startedAt,
        Instant at,
        int daysAfter,
        @Nullable Long score) {}
