package io.playcaller.router.run;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.play.Exit;
import io.playcaller.router.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that stands around a run while it is looked at.
 *
 * @param signal that started it, as it is now; null where nobody knows it any more
 * @param isAboutSomething whether that, or anything that joined a task of the run, is open
 * @param tasks of the run so far, in whatever state
 * @param isOvertaken whether its signal has started another run since
 * @param messages of its digital steps, by the step's key; those without any are not here
 */
public record RunScene(
        @Nullable SignalChanged signal,
        boolean isAboutSomething,
        CustomerFacts customer,
        List<Task> tasks,
        boolean isOvertaken,
        Map<String, StepMessages> messages) {

    private static final long MILLI = 1_000;

    public RunScene {
        tasks = List.copyOf(tasks);
        messages = Map.copyOf(messages);
    }

    /** What started the run, while it holds. */
    Optional<SignalChanged> openSignal() {
        return Optional.ofNullable(signal)
                .filter(one -> one.state() == SignalState.OPENED || one.state() == SignalState.UPDATED);
    }

    boolean isRetracted() {
        return signal != null && signal.state() == SignalState.RETRACTED;
    }

    boolean isMerged() {
        return signal != null && signal.mergedInto() != null;
    }

    /** Whether somebody of ours did anything in it, or a message went out. */
    boolean isWorkedOn(PlayRun run) {
        return isHandedOver(run)
                || messages.values().stream().anyMatch(step -> step.sent() > 0)
                || tasks.stream()
                        .anyMatch(task -> task.state() == TaskState.ACKNOWLEDGED
                                || task.state() == TaskState.COMPLETED
                                || isTouched(task));
    }

    private static boolean isTouched(Task task) {
        return task.isOpen()
                && task.clock(Clock.FIRST_TOUCH).filter(run -> !run.isRunning()).isPresent();
    }

    /** Whether all conditions about the customer of an exit hold now. */
    boolean holds(Exit exit, PlayRun run) {
        return exit.all().stream().allMatch(condition -> holds(condition, run));
    }

    private boolean holds(Exit.Condition condition, PlayRun run) {
        return switch (condition.kind()) {
            case SIGNAL_ENDED -> !isAboutSomething;
            case BEGUN_BY -> run.reason().code().equals(condition.of());
            case IN_TIER -> condition.of().equals(run.tier());
            case GRADE_AT_LEAST -> isAtLeast(customer.grade(), Grade.valueOf(condition.of()));
            case STAGE_LEFT -> customer.stage() != null && !customer.stage().equals(condition.of());
            case MILESTONE_REACHED -> customer.milestones().contains(condition.of());
            case TOUCHED -> isTouchedSince(run.startedAt());
            case STEPS_DONE -> false;
            case STEP_DONE -> isOver(run, condition.of());
            case HAND_OVER_ACCEPTED -> isHandedOver(condition.of(), run);
            case MEASURE_AT_LEAST -> customer.points().getOrDefault(condition.of(), -1L) >= condition.least() * MILLI;
            case ADOPTION_AT_LEAST -> customer.adoption() >= condition.least() * MILLI;
        };
    }

    /** Whether somebody accepted a hand-over that the play asks for. */
    private boolean isHandedOver(PlayRun run) {
        return run.play().course().exits().stream()
                .flatMap(exit -> exit.all().stream())
                .filter(condition -> condition.kind() == Exit.Condition.Kind.HAND_OVER_ACCEPTED)
                .anyMatch(condition -> holds(condition, run));
    }

    private static boolean isOver(PlayRun run, String step) {
        return run.steps().stream()
                .anyMatch(one -> one.step().equals(step) && one.state().isOver());
    }

    /** Also before the run began, where its signal was told late: whoever was quicker than that has handed over, too. */
    private boolean isHandedOver(String role, PlayRun run) {
        Instant accepted = customer.handOvers().get(role);
        Instant since =
                signal != null && signal.openedAt().isBefore(run.startedAt()) ? signal.openedAt() : run.startedAt();
        return accepted != null && !accepted.isBefore(since);
    }

    private boolean isTouchedSince(Instant since) {
        Instant touch = customer.lastTouchAt();
        return (touch != null && !touch.isBefore(since)) || tasks.stream().anyMatch(RunScene::isTouched);
    }

    /** Grades stand from the best to the worst. */
    private static boolean isAtLeast(@Nullable Grade grade, Grade least) {
        return grade != null && grade != Grade.UNKNOWN && grade.compareTo(least) <= 0;
    }
}
