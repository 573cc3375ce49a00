package io.playcaller.contracts.work;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A play run ended.
 *
 * @param arm held-out accounts were to get no task; by which arm a run is counted never changes, whatever is done
 * @param at when it ended
 * @param daysAfter 0. A writer from before {@link PlayLookedBack} also looked back 30, 60 and 90 days after the end, which the arms do not
 *     reach equally soon after their start: there is nothing to compare by these
 * @param score of the account at that time, milli-points; null when unknown
 * @param grade at that time; null when unknown
 * @param stage of its life at that time; null when unknown
 * @param arr of its open contracts at that time; null when unknown or without a contract
 * @param scoreAtStart of the account when the run began, milli-points; null when unknown
 * @param after what else became of it; null of a writer before there was any
 * @param content keys of the texts that were sent to people of the account in the run, each once; null of a writer before there was any
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
        @Nullable Money arr,
        @Nullable Long scoreAtStart,
        @Nullable AccountAfter after,
        @Nullable List<String> content) {}
