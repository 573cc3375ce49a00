package io.playcaller.contracts.work;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.reason.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A play run ended, or a look back at it 30, 60 or 90 days later.
 *
 * @param daysAfter 0 at the end, else 30, 60, 90
 * @param score of the account at that time, milli-points; null when unknown
 * @param grade at that time; null when unknown
 * @param stage of its life at that time; null when unknown
 * @param arr of its open contracts at that time; null when unknown or without a contract
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
        @Nullable Long score,
        @Nullable Grade grade,
        @Nullable String stage,
        @Nullable Money arr) {}
