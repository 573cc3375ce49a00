package io.playcaller.router.signal.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.delivery.out.PgGatherings;
import io.playcaller.router.holdout.app.HoldoutRuns;
import io.playcaller.router.run.app.RunStore;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalStatus;
import io.playcaller.router.signal.out.PgSignals;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.playcaller.router.task.app.TaskChanges;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes what was decided on desks, in the transaction that loaded them and so holds their lanes. */
@ApplicationScoped
public class DeskWriter {

    private final PgSignals signals;
    private final TaskChanges changes;
    private final PgGatherings gatherings;
    private final HoldoutRuns holdouts;
    private final RunStore runs;
    private final MeterRegistry meters;

    DeskWriter(
            PgSignals signals,
            TaskChanges changes,
            PgGatherings gatherings,
            HoldoutRuns holdouts,
            RunStore runs,
            MeterRegistry meters) {
        this.signals = signals;
        this.changes = changes;
        this.gatherings = gatherings;
        this.holdouts = holdouts;
        this.runs = runs;
        this.meters = meters;
    }

    /**
     * Writes what was decided.
     *
     * @param rulesVersion by which
     */
    public Uni<Void> write(Transaction tx, Desks desks, String rulesVersion) {
        desks.ledger()
                .forEach(known -> meters.counter(
                                "router.signals",
                                "became",
                                known.status().name().toLowerCase(Locale.ROOT))
                        .increment());
        return Writes.inOrder(List.of(
                signals.upsert(tx, desks.ledger()),
                changes.writeRouted(tx, desks.tasks(), rulesVersion),
                gatherings.gather(tx, desks.tasks()),
                holdouts.write(tx, desks.holdouts()),
                runs.write(tx, desks.courses()),
                runs.signalsChanged(tx, tasksOfEnded(desks), toLookAt(desks))));
    }

    /** Signals that are over and whose run had no task yet, and those whose contract has other dates now. */
    private static List<UUID> toLookAt(Desks desks) {
        Stream<UUID> endedWithoutTask = desks.ledger().stream()
                .filter(known -> !known.isOpen() && known.status() == SignalStatus.RUN)
                .map(KnownSignal::episodeId);
        return Stream.concat(endedWithoutTask, desks.redated().stream()).toList();
    }

    /** The tasks of signals that are over. */
    private static List<UUID> tasksOfEnded(Desks desks) {
        return KnownSignal.taskIds(
                desks.ledger().stream().filter(known -> !known.isOpen()).toList());
    }
}
