package io.playcaller.router.run;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a play that has a course, as it stands. It goes by the play as that was when it began; {@link PlayRunDecider} makes
 * the next one.
 *
 * @param accountId null for one that concerns no account
 * @param episodeId of the signal that started it
 * @param tier of the account when it began; null for one that concerns no account
 * @param date what steps count back from, as the signal says it; null where none does
 * @param datedAt since when they count back from that: days that had passed by then are left out
 * @param giveUpAt when it ends unfinished
 * @param steps one for each step of the play, in its order
 * @param held since when each exit of the play, by its place, has held; those that do not hold are not here
 * @param end null while it is open
 * @param holdoutPercent the share that was held out when the lot was drawn for it; null where none was drawn
 */
public record PlayRun(
        UUID playRunId,
        Play play,
        @Nullable String accountId,
        UUID episodeId,
        Reason reason,
        @Nullable String tier,
        Instant startedAt,
        @Nullable LocalDate date,
        Instant datedAt,
        @Nullable Instant giveUpAt,
        List<StepRun> steps,
        Map<Integer, Instant> held,
        @Nullable RunEnd end,
        @Nullable Integer holdoutPercent) {

    /** @param datedAt null of a run that was stored before dates could move: since it began */
    public PlayRun {
        datedAt = datedAt == null ? startedAt : datedAt;
        steps = List.copyOf(steps);
        held = Map.copyOf(held);
    }

    /** Where a step stands. */
    public StepRun of(PlayStep step) {
        return steps.stream()
                .filter(run -> run.step().equals(step.key()))
                .findFirst()
                .orElseGet(() -> StepRun.waiting(step.key()));
    }

    /** Its tasks so far, in the order of its steps. */
    public List<UUID> taskIds() {
        return steps.stream().map(StepRun::taskId).filter(Objects::nonNull).toList();
    }

    /** The play that follows, where this one gave up and names one. */
    public Optional<String> followUp() {
        boolean gaveUp = end != null
                && end.outcome() == PlayOutcome.EXPIRED
                && giveUpAt != null
                && !end.at().isBefore(giveUpAt);
        return gaveUp ? Optional.ofNullable(play.course().followUp()) : Optional.empty();
    }

    /** The answer that its person gave last. */
    Optional<StepRun> lastDone() {
        return steps.stream()
                .filter(run -> run.state() == StepState.DONE && run.overAt() != null)
                .reduce((one, other) ->
                        Objects.requireNonNull(other.overAt()).isBefore(Objects.requireNonNull(one.overAt()))
                                ? one
                                : other);
    }

    PlayRun with(List<StepRun> newSteps, Map<Integer, Instant> newHeld, @Nullable RunEnd newEnd) {
        return new PlayRun(
                playRunId,
                play,
                accountId,
                episodeId,
                reason,
                tier,
                startedAt,
                date,
                datedAt,
                giveUpAt,
                newSteps,
                newHeld,
                newEnd,
                holdoutPercent);
    }

    /** The same as the lot drew it. */
    public PlayRun drawn(@Nullable Integer percent) {
        return new PlayRun(
                playRunId, play, accountId, episodeId, reason, tier, startedAt, date, datedAt, giveUpAt, steps, held,
                end, percent);
    }

    /** The same where the date is this one from now on. */
    PlayRun dated(LocalDate newDate, Instant now) {
        return newDate.equals(date)
                ? this
                : new PlayRun(
                        playRunId,
                        play,
                        accountId,
                        episodeId,
                        reason,
                        tier,
                        startedAt,
                        newDate,
                        now,
                        giveUpAt,
                        steps,
                        held,
                        end,
                        holdoutPercent);
    }
}
