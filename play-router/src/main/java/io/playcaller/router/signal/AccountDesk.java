package io.playcaller.router.signal;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.play.OpenSignal;
import io.playcaller.router.play.PastRun;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * /**
 * One account while its signals are worked on: what is known of it, its open and addressed signals, its open tasks, and the open
 * runs that it is held out of.
 *
 * @param runs of plays on it whose frequency is limited, in both arms; an open run that it is held out of is not among them:
 *     what would begin another joins it, or is worked on in its place
 */
public record AccountDesk(
        KnownAccount account,
        Map<UUID, KnownSignal> signals,
        Map<UUID, Task> openTasks,
        Map<UUID, HoldoutRun> holdouts,
        List<PastRun> runs) {

    public static final AccountDesk EMPTY = new AccountDesk(KnownAccount.UNKNOWN, Map.of(), Map.of());

    /** An account that is held out of nothing, and on which no play that is limited ran. */
    public AccountDesk(KnownAccount account, Map<UUID, KnownSignal> signals, Map<UUID, Task> openTasks) {
        this(account, signals, openTasks, Map.of(), List.of());
    }

    /** What holds on the account beside {@code signal}, but for what somebody said is nothing. */
    List<OpenSignal> openBeside(SignalChanged signal) {
        return signals.values().stream()
                .filter(known -> known.isOpen()
                        && known.status() != SignalStatus.DISCARDED
                        && !known.episodeId().equals(signal.episodeId()))
                .map(known -> new OpenSignal(known.signal(), known.status().isWorkedOn()))
                .toList();
    }

    /** The desk with an open task on it. */
    public AccountDesk withTask(Task task) {
        Map<UUID, Task> newTasks = new LinkedHashMap<>(openTasks);
        newTasks.put(task.taskId(), task);
        return new AccountDesk(account, signals, newTasks, holdouts, runs);
    }

    /** The desk with what ran on the account. */
    public AccountDesk withRuns(List<PastRun> past) {
        return new AccountDesk(account, signals, openTasks, holdouts, past);
    }

    /** The desk with what was decided on it. */
    public AccountDesk after(SignalEffects effects) {
        Map<UUID, KnownSignal> newSignals = new LinkedHashMap<>(signals);
        effects.ledger().forEach(known -> newSignals.put(known.episodeId(), known));
        Map<UUID, Task> newTasks = new LinkedHashMap<>(openTasks);
        for (TaskDecision.Changed change : effects.tasks()) {
            if (change.after().isOpen()) {
                newTasks.put(change.after().taskId(), change.after());
            } else {
                newTasks.remove(change.after().taskId());
            }
        }
        Map<UUID, HoldoutRun> newHoldouts = new LinkedHashMap<>(holdouts);
        for (HoldoutRun run : effects.holdouts()) {
            if (run.isOpen()) {
                newHoldouts.put(run.playRunId(), run);
            } else {
                newHoldouts.remove(run.playRunId());
            }
        }
        List<PastRun> newRuns =
                Stream.concat(runs.stream(), effects.past().stream()).toList();
        return new AccountDesk(account, newSignals, newTasks, newHoldouts, newRuns);
    }
}
