package io.playcaller.router.outcome;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayOutcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a play, from its start to the last look back at it.
 *
 * @param giveUpAt of a run that is held out: when its play gives up; null for never, and for a run that has a task, whose clock says it
 * @param endedAt null while it is open
 * @param closing answer of the person who completed it; null when nobody did
 * @param scoreAtStart of the account, milli-points; null when unknown
 * @param taskIds none of a run that is held out
 * @param looks the end first, once there is one, then looks back in their order; none of a run from before there were any
 */
public record RunRecord(
        UUID runId,
        String play,
        @Nullable String accountId,
        UUID episodeId,
        Reason reason,
        Arm arm,
        Instant startedAt,
        @Nullable Instant giveUpAt,
        @Nullable Instant endedAt,
        @Nullable PlayOutcome outcome,
        @Nullable String closing,
        @Nullable Long scoreAtStart,
        List<UUID> taskIds,
        List<LookRecord> looks) {

    /**
     * A look at its account. All but the first three say nothing while it is to come, and what is unknown is null.
     *
     * @param daysAfter the start of the run; 0 for its end
     * @param toldAt null while it is to come
     */
    public record LookRecord(
            int daysAfter,
            Instant dueAt,
            @Nullable Instant toldAt,
            @Nullable Long score,
            @Nullable Grade grade,
            @Nullable String stage,
            @Nullable Money arr,
            @Nullable List<Reason> openRisks,
            @Nullable Boolean touched,
            @Nullable Boolean renewed,
            @Nullable Boolean churned,
            @Nullable String mergedInto) {}

    public RunRecord with(List<UUID> tasks, List<LookRecord> all) {
        return new RunRecord(
                runId,
                play,
                accountId,
                episodeId,
                reason,
                arm,
                startedAt,
                giveUpAt,
                endedAt,
                outcome,
                closing,
                scoreAtStart,
                List.copyOf(tasks),
                List.copyOf(all));
    }
}
