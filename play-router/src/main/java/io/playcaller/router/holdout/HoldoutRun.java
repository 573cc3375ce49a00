package io.playcaller.router.holdout;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.PlayOutcome;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a play on an account that is held out of it: nobody gets a task, and its end is told like that of a run that somebody
 * worked on. It ends when the last of its signals has ended, when its play gives up, or when the play is run on the account
 * after all. Immutable.
 *
 * @param playRunId derived from what began it and when
 * @param episodeId of the signal that began it
 * @param giveUpAt when its play gives up; null for never
 * @param openEpisodes its signals, as long as they are open
 * @param outcome null while it is open
 * @param endedAt null while it is open
 * @param holdoutPercent the share that was held out when the lot was drawn for it; null of a run that was stored before shares were
 */
public record HoldoutRun(
        UUID playRunId,
        String play,
        String accountId,
        UUID episodeId,
        Reason reason,
        Instant startedAt,
        @Nullable Instant giveUpAt,
        Set<UUID> openEpisodes,
        @Nullable PlayOutcome outcome,
        @Nullable Instant endedAt,
        @Nullable Integer holdoutPercent) {

    public HoldoutRun {
        openEpisodes = Set.copyOf(openEpisodes);
    }

    /** One that {@code signal} begins. */
    public static HoldoutRun started(
            UUID playRunId,
            String play,
            SignalChanged signal,
            Instant now,
            @Nullable Instant giveUpAt,
            @Nullable Integer holdoutPercent) {
        return new HoldoutRun(
                playRunId,
                play,
                Objects.requireNonNull(signal.accountId()),
                signal.episodeId(),
                signal.reason(),
                now,
                giveUpAt,
                Set.of(signal.episodeId()),
                null,
                null,
                holdoutPercent);
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /** With a further signal. */
    public HoldoutRun with(UUID episode) {
        Set<UUID> more = new HashSet<>(openEpisodes);
        more.add(episode);
        return withEpisodes(more);
    }

    /**
     * Without a signal.
     *
     * @param ifLast how it ends when that was the last one
     */
    public HoldoutRun without(UUID episode, PlayOutcome ifLast, Instant now) {
        Set<UUID> fewer = new HashSet<>(openEpisodes);
        fewer.remove(episode);
        return fewer.isEmpty() ? ended(ifLast, now) : withEpisodes(fewer);
    }

    /** Its play gives up. */
    public HoldoutRun gaveUp(Instant now) {
        return ended(PlayOutcome.EXPIRED, now);
    }

    /** Its play is run on the account after all. */
    public HoldoutRun overtaken(Instant now) {
        return ended(PlayOutcome.OVERTAKEN, now);
    }

    private HoldoutRun ended(PlayOutcome how, Instant now) {
        return new HoldoutRun(
                playRunId, play, accountId, episodeId, reason, startedAt, giveUpAt, Set.of(), how, now, holdoutPercent);
    }

    private HoldoutRun withEpisodes(Set<UUID> episodes) {
        return new HoldoutRun(
                playRunId,
                play,
                accountId,
                episodeId,
                reason,
                startedAt,
                giveUpAt,
                episodes,
                null,
                null,
                holdoutPercent);
    }
}
