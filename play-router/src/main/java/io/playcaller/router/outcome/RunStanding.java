package io.playcaller.router.outcome;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.AccountAfter;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.PlayLookedBack;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.account.AccountState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a run and its account stand when they are looked at.
 *
 * @param end null while it is open
 * @param scoreAtStart of the account when the run began, milli-points; null when unknown
 * @param holdoutPercent the share that was held out when the lot was drawn for the run; null where none was drawn, and of a run that was
 *     stored before shares were
 * @param content keys of the texts that went out to people of the account in the run, in order
 */
public record RunStanding(
        UUID playRunId,
        String play,
        @Nullable String accountId,
        UUID episodeId,
        Reason reason,
        Arm arm,
        @Nullable Integer holdoutPercent,
        Instant startedAt,
        @Nullable End end,
        @Nullable Long scoreAtStart,
        AccountState state,
        AccountAfter after,
        List<String> content) {

    /** How a run ended, and when. */
    public record End(PlayOutcome outcome, Instant at) {}

    /** An account that is another one now has no standing of its own; what was copied of it is as old as the merge. */
    public RunStanding {
        content = List.copyOf(content);
        if (after.mergedInto() != null) {
            state = AccountState.UNKNOWN;
            after = new AccountAfter(List.of(), null, null, null, after.mergedInto());
        }
    }

    /** What the look at its end says on the wire; only of a run that has ended. */
    public PlayEnded ended() {
        End last = Objects.requireNonNull(end, "a run that is open has no end to tell");
        return new PlayEnded(
                playRunId,
                play,
                accountId,
                episodeId,
                reason,
                arm,
                last.outcome(),
                startedAt,
                last.at(),
                0,
                state.score(),
                state.grade(),
                state.stage(),
                state.arr(),
                scoreAtStart,
                after,
                content);
    }

    /** What a look back says on the wire, so many days after the start. */
    public PlayLookedBack lookedBack(int days, Instant at) {
        return new PlayLookedBack(
                playRunId,
                play,
                accountId,
                episodeId,
                reason,
                arm,
                end == null ? null : end.outcome(),
                startedAt,
                at,
                days,
                state.score(),
                state.grade(),
                state.stage(),
                state.arr(),
                scoreAtStart,
                after,
                content,
                holdoutPercent);
    }
}
