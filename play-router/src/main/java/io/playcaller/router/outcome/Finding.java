package io.playcaller.router.outcome;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.AccountAfter;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.account.AccountState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a look finds: a run that ended, and its account as it stands now.
 *
 * @param scoreAtStart of the account when the run began, milli-points; null when unknown
 * @param content keys of the texts that went out to people of the account in the run, in order
 */
public record Finding(
        UUID playRunId,
        String play,
        @Nullable String accountId,
        UUID episodeId,
        Reason reason,
        Arm arm,
        PlayOutcome outcome,
        Instant startedAt,
        Instant endedAt,
        @Nullable Long scoreAtStart,
        AccountState state,
        AccountAfter after,
        List<String> content) {

    /** An account that is another one now has no standing of its own; what was copied of it is as old as the merge. */
    public Finding {
        content = List.copyOf(content);
        if (after.mergedInto() != null) {
            state = AccountState.UNKNOWN;
            after = new AccountAfter(List.of(), null, null, null, after.mergedInto());
        }
    }

    /** What the look says on the wire. */
    public PlayEnded said(int days, Instant at) {
        return new PlayEnded(
                playRunId,
                play,
                accountId,
                episodeId,
                reason,
                arm,
                outcome,
                startedAt,
                at,
                days,
                state.score(),
                state.grade(),
                state.stage(),
                state.arr(),
                scoreAtStart,
                after,
                content);
    }
}
