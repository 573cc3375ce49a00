package io.playcaller.contracts.work;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the account of a play run stands 30, 60 or 90 days of 24 hours after the run began, in both arms alike and whether the run has ended
 * by then or not: what counts since the start is then counted over times of one length.
 *
 * @param arm held-out accounts were to get no task; by which arm a run is counted never changes, whatever is done
 * @param outcome how the run ended; null while it is open
 * @param at when it was looked
 * @param daysAfter the start: 30, 60 or 90
 * @param score of the account at that time, milli-points; null when unknown
 * @param grade at that time; null when unknown
 * @param stage of its life at that time; null when unknown
 * @param arr of its open contracts at that time; null when unknown or without a contract
 * @param scoreAtStart of the account when the run began, milli-points; null when unknown
 * @param after what else became of it since the start
 * @param content keys of the texts that were sent to people of the account in the run until then, each once
 * @param holdoutPercent the share of accounts, in percent, with which the lot was drawn that chose the arm; null where none was drawn, as of
 *     what is critical, of an account whose share is 0 and of a play that follows another: such a run is to be compared with nothing. Null,
 *     too, of runs that began before it was kept
 */
public record PlayLookedBack(
        UUID playRunId,
        String play,
        @Nullable String accountId,
        UUID episodeId,
        Reason reason,
        Arm arm,
        @Nullable PlayOutcome outcome,
        Instant startedAt,
        Instant at,
        int daysAfter,
        @Nullable Long score,
        @Nullable Grade grade,
        @Nullable String stage,
        @Nullable Money arr,
        @Nullable Long scoreAtStart,
        AccountAfter after,
        List<String> content,
        @Nullable Integer holdoutPercent) {}
