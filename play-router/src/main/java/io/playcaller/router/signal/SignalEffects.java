package io.playcaller.router.signal;

import io.playcaller.router.play.PastRun;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a signal does: lines of the ledger, steps of tasks, and what becomes of runs that have a course, in order.
 */
public record SignalEffects(List<KnownSignal> ledger, List<TaskDecision.Changed> tasks, List<RunChange> runs) {

    /** Of which no run has a course. */
    public SignalEffects(List<KnownSignal> ledger, List<TaskDecision.Changed> tasks) {
        this(ledger, tasks, List.of());
    }

    static final SignalEffects NONE = new SignalEffects(List.of(), List.of());

    /** What becomes of one run. */
    static SignalEffects ofRun(RunChange run) {
        return new SignalEffects(List.of(), List.of(), List.of(run));
    }

    SignalEffects and(SignalEffects more) {
        return new SignalEffects(
                Stream.concat(ledger.stream(), more.ledger.stream()).toList(),
                Stream.concat(tasks.stream(), more.tasks.stream()).toList(),
                Stream.concat(runs.stream(), more.runs.stream()).toList());
    }

    /** Runs that begin. */
    List<PastRun> begun() {
        Stream<PastRun> ofOneTask = tasks.stream()
                .filter(change ->
                        change.before() == null && change.after().order().wholeRun())
                .map(change -> change.after().order())
                .map(order -> new PastRun(order.play(), order.createdAt(), null));
        Stream<PastRun> withCourse = runs.stream()
                .filter(RunChange::begins)
                .map(RunChange::after)
                .map(run -> new PastRun(run.play().key(), run.startedAt(), null));
        return Stream.concat(ofOneTask, withCourse).toList();
    }

    /** The workload with the tasks that these effects start. */
    public Workload on(Workload workload) {
        Workload after = workload;
        for (TaskDecision.Changed change : tasks) {
            String assignee = change.after().assignment().staffId();
            if (change.before() == null && assignee != null) {
                after = after.plus(assignee, minutes(change.after()));
            }
        }
        return after;
    }

    private static int minutes(Task task) {
        return task.order().minutes();
    }
}
