package io.playcaller.router.run;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.play.Exit;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.play.RunDate;
import io.playcaller.router.task.Closing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run does at one instant. It is asked whenever something about a run may have changed, and answers by how things stand,
 * not by what happened: asked twice, or late, it answers the same.
 *
 * @param now by the database's business clock
 * @param calendar by which offsets in business time run, and days begin
 */
public record PlayRunDecider(Instant now, BusinessCalendar calendar) {

    /**
     * What a look at a run says.
     *
     * @param run as it is from now on
     * @param due steps that start now, each with a task to be made
     * @param lookAt when it is to be looked at again although nothing happens; null for not
     */
    public record Look(
            PlayRun run, List<PlayStep> due, @Nullable Instant lookAt) {}

    /**
     * A run begins, with the first of its steps that one of ours can begin with; where there is none, with a message. What else
     * is due at its start, and every message, is found by the look that is asked for at once.
     *
     * @return empty where it can begin with neither
     */
    public Optional<Look> begin(UUID playRunId, Play play, SignalChanged signal) {
        PlayRun run = new PlayRun(
                playRunId,
                play,
                signal.accountId(),
                signal.episodeId(),
                signal.reason(),
                signal.account() == null ? null : signal.account().profile().tier(),
                now,
                dateOf(play, signal).orElse(null),
                now,
                play.giveUp() == null ? null : calendar.add(now, play.giveUp().by(calendar)),
                List.of(),
                Map.of(),
                null,
                null);
        RunProgress progress = new RunProgress(run, now, calendar);
        progress.begin();
        return progress.started().isEmpty() && !progress.beginsDigitally()
                ? Optional.empty()
                : Optional.of(new Look(run.with(progress.states(), Map.of(), null), progress.started(), now));
    }

    private static Optional<LocalDate> dateOf(Play play, SignalChanged signal) {
        RunDate date = play.course().date();
        return date == null || signal.account() == null
                ? Optional.empty()
                : date.of(signal.account().profile());
    }

    /** What is over may speak of the next term: while its signal does not hold, a run keeps its date. */
    private PlayRun dated(PlayRun run, RunScene scene) {
        return scene.openSignal()
                .flatMap(signal -> dateOf(run.play(), signal))
                .map(date -> run.dated(date, now))
                .orElse(run);
    }

    /** How a run goes on. */
    public Look look(PlayRun known, RunScene scene) {
        if (known.end() != null) {
            return new Look(known, List.of(), null);
        }
        PlayRun run = dated(known, scene);
        RunProgress progress = new RunProgress(run, now, calendar);
        progress.takeIn(scene.tasks());
        progress.takeIn(scene.messages());
        Map<Integer, Instant> held = held(run.with(progress.states(), run.held(), null), scene);
        PlayRun seen = run.with(progress.states(), held, null);
        Optional<RunEnd> end = end(seen, scene);
        if (end.isEmpty()) {
            progress.advance();
            seen = run.with(progress.states(), held, null);
            end = workIsDone(seen, progress);
        }
        if (end.isPresent()) {
            return new Look(seen.with(seen.steps(), held, end.get()), List.of(), null);
        }
        remember(seen, progress);
        return new Look(seen, progress.started(), progress.next());
    }

    private Optional<RunEnd> end(PlayRun run, RunScene scene) {
        return Stream.<Optional<RunEnd>>of(
                        overtaken(run, scene), signalsEnded(run, scene), exit(run, scene), falseAlarm(run), gaveUp(run))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<RunEnd> overtaken(PlayRun run, RunScene scene) {
        return scene.isOvertaken()
                ? ended(run, PlayOutcome.OVERTAKEN, "Its signal started another run.")
                : Optional.empty();
    }

    /** What never held, or is another account's now, ends every run; what is over ends one that states no exit. */
    private Optional<RunEnd> signalsEnded(PlayRun run, RunScene scene) {
        if (scene.isAboutSomething()) {
            return Optional.empty();
        }
        if (scene.isRetracted()) {
            return ended(run, PlayOutcome.RETRACTED, "Its signal never held.");
        }
        if (scene.isMerged()) {
            return ended(run, PlayOutcome.OVERTAKEN, "The account became another one.");
        }
        return run.play().course().exits().isEmpty()
                ? ended(run, reached(run, scene), "What it was about is over.")
                : Optional.empty();
    }

    private Optional<RunEnd> exit(PlayRun run, RunScene scene) {
        List<Exit> exits = run.play().course().exits();
        return IntStream.range(0, exits.size())
                        .anyMatch(place -> run.held().containsKey(place)
                                && !heldUntil(run, place).isAfter(now))
                ? ended(run, reached(run, scene), "The customer is where the play was to bring them.")
                : Optional.empty();
    }

    /** Nobody looked, nobody succeeded. */
    private static PlayOutcome reached(PlayRun run, RunScene scene) {
        return scene.isWorkedOn(run) ? PlayOutcome.SUCCEEDED : PlayOutcome.RECOVERED;
    }

    private Optional<RunEnd> falseAlarm(PlayRun run) {
        return run.steps().stream()
                .filter(step -> step.closing() == Closing.FALSE_ALARM)
                .findFirst()
                .flatMap(step -> ended(run, outcomeOf(step), "It was a false alarm."));
    }

    private Optional<RunEnd> gaveUp(PlayRun run) {
        return run.giveUpAt() != null && !run.giveUpAt().isAfter(now)
                ? ended(run, PlayOutcome.EXPIRED, "The play gave up.")
                : Optional.empty();
    }

    /** Ticked boxes end only what states no exit, or that they are one. */
    private Optional<RunEnd> workIsDone(PlayRun run, RunProgress progress) {
        List<Exit> exits = run.play().course().exits();
        return progress.isOver() && (exits.isEmpty() || exits.stream().anyMatch(Exit::isStepsDone))
                ? ended(
                        run,
                        run.lastDone().map(PlayRunDecider::outcomeOf).orElse(PlayOutcome.EXPIRED),
                        "All its steps are over.")
                : Optional.empty();
    }

    private static PlayOutcome outcomeOf(StepRun step) {
        return step.outcome() == null ? PlayOutcome.EXPIRED : step.outcome();
    }

    private Optional<RunEnd> ended(PlayRun run, PlayOutcome outcome, String because) {
        Closing closing = run.lastDone().map(StepRun::closing).orElse(null);
        return Optional.of(new RunEnd(now, outcome, closing, because));
    }

    /** Since when each exit has held, as far as anybody looked. */
    private Map<Integer, Instant> held(PlayRun run, RunScene scene) {
        List<Exit> exits = run.play().course().exits();
        Map<Integer, Instant> held = new HashMap<>();
        for (int place = 0; place < exits.size(); place++) {
            if (scene.holds(exits.get(place), run)) {
                held.put(place, run.held().getOrDefault(place, now));
            }
        }
        return held;
    }

    private static Instant heldUntil(PlayRun run, int place) {
        Exit exit = run.play().course().exits().get(place);
        return Objects.requireNonNull(run.held().get(place)).plus(Duration.ofDays(exit.days()));
    }

    /** What time alone brings: an exit that has held for long enough, and the end of the play's patience. */
    private void remember(PlayRun run, RunProgress progress) {
        run.held().keySet().forEach(place -> progress.lookAt(heldUntil(run, place)));
        if (run.giveUpAt() != null) {
            progress.lookAt(run.giveUpAt());
        }
    }
}
