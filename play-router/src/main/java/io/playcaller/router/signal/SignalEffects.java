package io.playcaller.router.signal;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.util.List;
import java.util.stream.Stream;

/** What a signal does: lines of the ledger, steps of tasks, and states of runs that are held out, in order. */
public record SignalEffects(List<KnownSignal> ledger, List<TaskDecision.Changed> tasks, List<HoldoutRun> holdouts) {

    static final SignalEffects NONE = new SignalEffects(List.of(), List.of());

    /** Effects on signals and tasks alone. */
    public SignalEffects(List<KnownSignal> ledger, List<TaskDecision.Changed> tasks) {
        this(ledger, tasks, List.of());
    }

    SignalEffects and(SignalEffects more) {
        return new SignalEffects(
                Stream.concat(ledger.stream(), more.ledger.stream()).toList(),
                Stream.concat(tasks.stream(), more.tasks.stream()).toList(),
                Stream.concat(holdouts.stream(), more.holdouts.stream()).toList());
    }

    SignalEffects and(List<HoldoutRun> runs) {
        return and(new SignalEffects(List.of(), List.of(), runs));
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
