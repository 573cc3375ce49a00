package io.playcaller.router.run;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.play.Branch;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.play.StepKind;
import io.playcaller.router.task.Ending;
import io.playcaller.router.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of a run while they are worked out. Lives inside one decision. */
final class RunProgress {

    private static final String NO_TEXT = "It is digital, and nothing says what to send.";
    private static final String OTHER_TIER = "It is for accounts of another tier.";
    private static final String PASSED = "Its day had passed when the run began, or its date moved.";
    private static final String OTHER_BRANCH = "The run took another branch.";

    private final PlayRun run;
    private final Instant now;
    private final StepTimes times;
    private final Map<String, StepRun> states = new LinkedHashMap<>();
    private final List<PlayStep> started = new ArrayList<>();
    private @Nullable Instant next;

    /** @param calendar by which offsets in business time run, and days begin */
    RunProgress(PlayRun run, Instant now, BusinessCalendar calendar) {
        this.run = run;
        this.now = now;
        this.times = new StepTimes(run, calendar, states);
        run.play().steps().forEach(step -> states.put(step.key(), run.of(step)));
    }

    /** Takes in how the tasks of its steps ended. */
    void takeIn(List<Task> tasks) {
        for (Task task : tasks) {
            Ending ending = task.ending();
            if (ending != null) {
                states.replaceAll(
                        (key, state) -> task.taskId().equals(state.taskId()) && state.state() == StepState.STARTED
                                ? state.done(ending)
                                : state);
            }
        }
    }

    /**
     * Takes in what became of the messages of its digital steps, also later: where all came back, it is as if none had gone. The step
     * was over when it was: what waits for others with it is not put off.
     */
    void takeIn(Map<String, StepMessages> messages) {
        states.replaceAll((key, state) -> {
            StepMessages sent = messages.getOrDefault(key, StepMessages.NONE);
            if (state.isSent() && sent.allCameBack()) {
                return state.skipped(Objects.requireNonNull(state.overAt()), sent.whyNone());
            }
            if (!state.isSending() || !sent.isOver()) {
                return state;
            }
            return sent.sent() > 0 ? state.sent(now) : state.skipped(now, sent.whyNone());
        });
    }

    /** Starts the first step that one of ours can begin with: the first of the file, or the last whose day has come. */
    void begin() {
        run.play().steps().stream().filter(step -> !step.isFor(run.tier())).forEach(step -> skip(step, OTHER_TIER));
        opening(StepKind.HUMAN).findFirst().ifPresent(step -> start(step));
    }

    /** Whether a message can be the first of the run. */
    boolean beginsDigitally() {
        return opening(StepKind.DIGITAL).anyMatch(step -> step.message() != null);
    }

    /** Steps that wait for nothing but the start of the run. */
    private Stream<PlayStep> opening(StepKind kind) {
        return run.play().steps().stream()
                .filter(step -> step.kind() == kind && state(step).state() == StepState.WAITING)
                .filter(step -> step.when() == null && isFree(step) && !times.isPassed(step))
                .filter(step -> step.start().opensRun() || times.waitsForNoAnswer(step));
    }

    /** Starts and skips what is to be, until nothing more follows. */
    void advance() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (PlayStep step : run.play().steps()) {
                moved |= state(step).state() == StepState.WAITING && isFree(step) && move(step);
            }
        }
    }

    private boolean move(PlayStep step) {
        if (!step.isFor(run.tier())) {
            return skip(step, OTHER_TIER);
        }
        if (step.when() != null && !isTaken(step.when())) {
            return skip(step, OTHER_BRANCH);
        }
        if (times.isPassed(step)) {
            return skip(step, PASSED);
        }
        Instant due = times.dueAt(step);
        if (due.isAfter(now)) {
            lookAt(due);
            return false;
        }
        if (step.kind() == StepKind.HUMAN) {
            return start(step);
        }
        return !hasOpenTask() && send(step);
    }

    /** Looked at again at once: whom it writes to is known when its messages are made. */
    private boolean send(PlayStep step) {
        if (step.message() == null) {
            return skip(step, NO_TEXT);
        }
        states.put(step.key(), state(step).sending());
        lookAt(now);
        return true;
    }

    private boolean start(PlayStep step) {
        UUID taskId = Ids.derived("task", run.playRunId(), step.key());
        states.put(step.key(), state(step).started(taskId));
        started.add(step);
        return true;
    }

    private boolean skip(PlayStep step, String why) {
        states.put(step.key(), state(step).skipped(now, why));
        return true;
    }

    private boolean isFree(PlayStep step) {
        return step.needs().stream().allMatch(key -> isOver(key));
    }

    private boolean isOver(String key) {
        StepRun state = states.get(key);
        return state == null || state.state().isOver();
    }

    private boolean isTaken(Branch branch) {
        StepRun state = states.get(branch.step());
        return state != null
                && branch.isTaken(
                        state.outcome() == null ? null : word(state.outcome()),
                        state.closing() == null ? null : state.closing().wire());
    }

    private static String word(PlayOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Whether one of ours has a task of the run. */
    private boolean hasOpenTask() {
        return states.values().stream().anyMatch(state -> state.state() == StepState.STARTED && !state.isSending());
    }

    /** Whether no step is left to come, and none is going on. */
    boolean isOver() {
        return states.values().stream().allMatch(state -> state.state().isOver());
    }

    private StepRun state(PlayStep step) {
        return Objects.requireNonNull(states.get(step.key()));
    }

    void lookAt(Instant at) {
        next = next == null || at.isBefore(next) ? at : next;
    }

    @Nullable
    Instant next() {
        return next;
    }

    /** What starts now. */
    List<PlayStep> started() {
        return List.copyOf(started);
    }

    List<StepRun> states() {
        return List.copyOf(states.values());
    }
}
