package io.playcaller.router.signal.app;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.holdout.app.HoldoutRuns;
import io.playcaller.router.run.app.RunStore;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.out.PgSignals;
import io.playcaller.router.staff.app.Workloads;
import io.playcaller.router.store.Lanes;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Loads the desks that a batch of signals or runs needs: lanes first, then whole sets at a time. */
@ApplicationScoped
public class DeskLoader {

    private final PgSignals signals;
    private final PgTasks tasks;
    private final PgAccounts accounts;
    private final Workloads workloads;
    private final HoldoutRuns holdouts;
    private final RunStore runs;

    DeskLoader(
            PgSignals signals,
            PgTasks tasks,
            PgAccounts accounts,
            Workloads workloads,
            HoldoutRuns holdouts,
            RunStore runs) {
        this.signals = signals;
        this.tasks = tasks;
        this.accounts = accounts;
        this.workloads = workloads;
        this.holdouts = holdouts;
        this.runs = runs;
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
        return Lanes.lock(tx, accountIds.stream().map(Desks::lane).toList());
    }

    /** The same for all that is open on accounts. */
    Uni<Desks> loadAccounts(Transaction tx, Collection<String> accountIds) {
        return load(tx, accountIds.stream().map(Desks::lane).toList(), accountIds, List.of());
    }

    /** Locks the lanes of episodes without an account, and the tasks of these episodes. */
    Uni<Void> lockEpisodes(Transaction tx, Collection<UUID> episodes) {
        List<String> lanes =
                episodes.stream().map(episode -> Desks.lane(null, episode)).toList();
        return load(tx, lanes, List.of(), episodes).replaceWithVoid();
    }

    private Uni<Desks> load(
            Transaction tx, Collection<String> lanes, Collection<String> accountIds, Collection<UUID> episodes) {
        return Writes.thenAsk(Lanes.lock(tx, lanes), signals.openOf(tx, accountIds, episodes))
                .chain(known -> load(tx, accountIds, known));
    }

    /** Asks for the rest at once: PostgreSQL answers in this order, so that tasks are locked before runs. */
    private Uni<Desks> load(Transaction tx, Collection<String> accountIds, List<KnownSignal> known) {
        return Uni.combine()
                .all()
                .unis(
                        tasks.holdOpen(tx, accountIds, KnownSignal.taskIds(known)),
                        holdouts.lockOpen(tx, accountIds),
                        accounts.find(tx, accountIds),
                        runs.past(tx, accountIds),
                        workloads.load(tx, accountIds))
                .with((open, heldOut, copies, past, workload) ->
                        new Desks(copies, known, open, heldOut, past, workload));
    }
}
