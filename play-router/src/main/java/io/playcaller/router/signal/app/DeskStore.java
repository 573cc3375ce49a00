package io.playcaller.router.signal.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.delivery.out.PgGatherings;
import io.playcaller.router.holdout.app.HoldoutRuns;
import io.playcaller.router.run.app.RunStore;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalStatus;
import io.playcaller.router.signal.out.PgSignals;
import io.playcaller.router.staff.app.Workloads;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.app.TaskChanges;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Loads the desks that a batch of signals or runs needs, and writes what was decided on them. */
@ApplicationScoped
public class DeskStore {

    private final PgSignals signals;
    private final PgTasks tasks;
    private final PgAccounts accounts;
    private final Workloads workloads;
    private final TaskChanges changes;
    private final PgGatherings gatherings;
    private final HoldoutRuns holdouts;
    private final RunStore runs;
    private final MeterRegistry meters;

    DeskStore(
            PgSignals signals,
            PgTasks tasks,
            PgAccounts accounts,
            Workloads workloads,
            TaskChanges changes,
            PgGatherings gatherings,
            HoldoutRuns holdouts,
            RunStore runs,
            MeterRegistry meters) {
        this.signals = signals;
        this.tasks = tasks;
        this.accounts = accounts;
        this.workloads = workloads;
        this.changes = changes;
        this.gatherings = gatherings;
        this.holdouts = holdouts;
        this.runs = runs;
        this.meters = meters;
    }

    /** Locks the lanes of a batch and loads its desks, whole sets at a time. */
    Uni<Desks> load(Transaction tx, List<SignalChanged> batch) {
        return loadPlaces(
                tx,
                batch.stream()
                        .map(signal -> new Place(signal.accountId(), signal.episodeId()))
                        .toList());
    }

    /** The same for what is worked on at these places. */
    public Uni<Desks> loadPlaces(Transaction tx, List<Place> places) {
        Collection<String> lanes = places.stream()
                .map(place -> Desks.lane(place.accountId(), place.episodeId()))
                .distinct()
                .sorted()
                .toList();
        Collection<String> accountIds = places.stream()
                .map(Place::accountId)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        Collection<UUID> episodes =
                places.stream().map(Place::episodeId).distinct().toList();
        return load(tx, lanes, accountIds, episodes);
    }

    /** Locks the lanes of accounts. */
    Uni<Void> lockAccounts(Transaction tx, Collection<String> accountIds) {
        return accountIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : signals.lockLanes(
                        tx, accountIds.stream().map(Desks::lane).sorted().toList());
    }

    /** The same for all that is open on accounts. */
    Uni<Desks> loadAccounts(Transaction tx, Collection<String> accountIds) {
        return load(tx, accountIds.stream().map(Desks::lane).sorted().toList(), accountIds, List.of());
    }

    /** Locks the lanes of episodes without an account, and the tasks of these episodes. */
    Uni<Void> lockEpisodes(Transaction tx, Collection<UUID> episodes) {
        List<String> lanes = episodes.stream()
                .map(episode -> Desks.lane(null, episode))
                .sorted()
                .toList();
        return load(tx, lanes, List.of(), episodes).replaceWithVoid();
    }

    private Uni<Desks> load(
            Transaction tx, Collection<String> lanes, Collection<String> accountIds, Collection<UUID> episodes) {
        return signals.lockLanes(tx, lanes)
                .chain(() -> signals.openOf(tx, accountIds, episodes))
                .chain(known -> tasks.holdOpen(tx, accountIds, taskIds(known))
                        .chain(open -> holdouts.lockOpen(tx, accountIds)
                                .chain(heldOut -> accounts.find(tx, accountIds)
                                        .chain(copies -> runs.past(tx, accountIds)
                                                .chain(past -> workloads
                                                        .load(tx, accountIds)
                                                        .map(workload -> new Desks(
                                                                copies, known, open, heldOut, past, workload)))))));
    }

    private static List<UUID> taskIds(List<KnownSignal> known) {
        return known.stream()
                .map(KnownSignal::taskId)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
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
        return signals.upsert(tx, desks.ledger())
                .chain(() -> changes.writeRouted(tx, desks.tasks(), rulesVersion))
                .chain(() -> gatherings.gather(tx, desks.tasks()))
                .chain(() -> holdouts.write(tx, desks.holdouts()))
                .chain(() -> runs.write(tx, desks.courses()))
                .chain(() -> runs.signalsEnded(tx, tasksOfEnded(desks), endedWithoutTask(desks)));
    }

    /** Signals that are over and whose run had no task yet. */
    private static List<UUID> endedWithoutTask(Desks desks) {
        return desks.ledger().stream()
                .filter(known -> !known.isOpen() && known.status() == SignalStatus.RUN)
                .map(KnownSignal::episodeId)
                .toList();
    }

    /** The tasks of signals that are over. */
    private static List<UUID> tasksOfEnded(Desks desks) {
        return taskIds(desks.ledger().stream().filter(known -> !known.isOpen()).toList());
    }
}
