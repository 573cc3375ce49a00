package io.playcaller.router.signal;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.play.PastRun;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a signal does: lines of the ledger, steps of tasks, states of runs that are held out, and what becomes of runs that have a
 * course, in order.
 */
public record SignalEffects(
        List<KnownSignal> ledger,
        List<TaskDecision.Changed> tasks,
        List<HoldoutRun> holdouts,
        List<RunChange> courses) {

    static final SignalEffects NONE = new SignalEffects(List.of(), List.of());

    /** Effects on signals and tasks alone. */
    public SignalEffects(List<KnownSignal> ledger, List<TaskDecision.Changed> tasks) {
        this(ledger, tasks, List.of());
    }

    /** Effects on no run that has a course. */
    public SignalEffects(List<KnownSignal> ledger, List<TaskDecision.Changed> tasks, List<HoldoutRun> holdouts) {
        this(ledger, tasks, holdouts, List.of());
    }

    /** What becomes of one run that has a course. */
    static SignalEffects ofCourse(RunChange run) {
        return new SignalEffects(List.of(), List.of(), List.of(), List.of(run));
    }

    SignalEffects and(SignalEffects more) {
        return new SignalEffects(
                Stream.concat(ledger.stream(), more.ledger.stream()).toList(),
                Stream.concat(tasks.stream(), more.tasks.stream()).toList(),
                Stream.concat(holdouts.stream(), more.holdouts.stream()).toList(),
                Stream.concat(courses.stream(), more.courses.stream()).toList());
    }

    SignalEffects and(List<HoldoutRun> runs) {
        return and(new SignalEffects(List.of(), List.of(), runs));
    }

    /** Runs that count for how often a play may run: those that begin, and those that were held out and end. */
    List<PastRun> past() {
        Stream<PastRun> ofOneTask = tasks.stream()
                .filter(change ->
                        change.before() == null && change.after().order().wholeRun())
                .map(change -> change.after().order())
                .map(order -> new PastRun(order.play(), order.createdAt(), null));
        Stream<PastRun> withCourse = courses.stream()
                .filter(RunChange::begins)
                .map(RunChange::after)
                .map(run -> new PastRun(run.play().key(), run.startedAt(), null));
        Stream<PastRun> heldOut = holdouts.stream()
                .filter(run -> !run.isOpen())
                .map(run -> new PastRun(run.play(), run.startedAt(), run.endedAt()));
        return Stream.of(ofOneTask, withCourse, heldOut).flatMap(runs -> runs).toList();
    }

    /** The workload with the tasks that these effects start. */
    public Workload on(Workload workload) {
        Workload after = workload;
        for (TaskDecision.Changed change : tasks) {
            if (change.before() == null) {
                after = plus(after, change.after());
            }
        }
        return after;
    }

    private static Workload plus(Workload workload, Task task) {
        return workload.plus(
                task.assignment(),
                task.signal().accountId(),
                task.severity() == Severity.CRITICAL,
                task.order().minutes());
    }
}
