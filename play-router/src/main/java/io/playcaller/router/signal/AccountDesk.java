package io.playcaller.router.signal;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.register.Owner;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one account while its signals are worked on: open and addressed signals, open tasks, who owns it.
 *
 * @param name null when only signals know the account
 * @param ownersVersion of {@code owners}; 0 when the register has said nothing yet
 */
public record AccountDesk(
        @Nullable String name,
        List<Owner> owners,
        long ownersVersion,
        Map<UUID, KnownSignal> signals,
        Map<UUID, Task> openTasks) {

    public static final AccountDesk EMPTY = new AccountDesk(null, List.of(), 0, Map.of(), Map.of());

    /** Of two copies of the owners, the register's and the signal's snapshot, the higher version. */
    List<Owner> ownersFor(SignalChanged signal) {
        return signal.account() != null && signal.account().ownersVersion() > ownersVersion
                ? signal.account().owners()
                : owners;
    }

    @Nullable
    String nameFor(SignalChanged signal) {
        return name != null || signal.account() == null
                ? name
                : signal.account().name();
    }

    /** Everything open on the account beside {@code signal}. */
    List<SignalChanged> openBeside(SignalChanged signal) {
        return signals.values().stream()
                .filter(known -> known.isOpen() && !known.episodeId().equals(signal.episodeId()))
                .map(KnownSignal::signal)
                .toList();
    }

    /** The desk with an open task on it. */
    public AccountDesk withTask(Task task) {
        Map<UUID, Task> newTasks = new LinkedHashMap<>(openTasks);
        newTasks.put(task.taskId(), task);
        return new AccountDesk(name, owners, ownersVersion, signals, newTasks);
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
        return new AccountDesk(name, owners, ownersVersion, newSignals, newTasks);
    }
}
