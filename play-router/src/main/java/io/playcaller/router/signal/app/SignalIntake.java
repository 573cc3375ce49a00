package io.playcaller.router.signal.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.signal.out.PgSignals;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.app.TaskChanges;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes signals in, a batch in one transaction: lanes locked, desks loaded in sets, every signal decided in order, written
 * in sets. What one signal breaks becomes a letter and touches no other.
 */
@ApplicationScoped
public class SignalIntake {

    private final Transactions transactions;
    private final PgSignals signals;
    private final PgTasks tasks;
    private final PgAccounts accounts;
    private final TaskChanges changes;
    private final CurrentRules rules;
    private final DeliveryWorker deliveries;
    private final MeterRegistry meters;

    SignalIntake(
            Transactions transactions,
            PgSignals signals,
            PgTasks tasks,
            PgAccounts accounts,
            TaskChanges changes,
            CurrentRules rules,
            DeliveryWorker deliveries,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.signals = signals;
        this.tasks = tasks;
        this.accounts = accounts;
        this.changes = changes;
        this.rules = rules;
        this.deliveries = deliveries;
        this.meters = meters;
    }

    /** A signal with what becomes of it when it breaks its decision. */
    public record Arrival(SignalChanged signal, Function<RuntimeException, OutboxRecord> letter) {}

    /**
     * Takes in a batch.
     *
     * @param letters what could not be read of it
     */
    public Uni<Void> take(List<Arrival> arrivals, List<OutboxRecord> letters) {
        List<SignalChanged> batch = arrivals.stream().map(Arrival::signal).toList();
        return transactions
                .run(tx -> desks(tx, batch).chain(desks -> {
                    SignalDecider decider = new SignalDecider(Router.of(rules.get(), tx.now()));
                    List<OutboxRecord> allLetters = new ArrayList<>(letters);
                    for (Arrival arrival : arrivals) {
                        decide(desks, decider, arrival, allLetters);
                    }
                    return write(tx, desks).chain(() -> tx.say(allLetters));
                }))
                .invoke(() -> deliveries.poke());
    }

    private void decide(Desks desks, SignalDecider decider, Arrival arrival, List<OutboxRecord> letters) {
        SignalChanged signal = arrival.signal();
        try {
            desks.decide(
                    Desks.lane(signal.accountId(), signal.episodeId()),
                    (desk, workload) -> decider.decide(desk, signal, workload));
        } catch (RuntimeException e) {
            letters.add(arrival.letter().apply(e));
        }
    }

    /**
     * Routes the most valuable signals that wait in triage.
     *
     * @return those that were released, with what became of them
     */
    public Uni<List<KnownSignal>> release(int top, String lead) {
        return signals.triage(top)
                .chain(waiting -> transactions
                        .run(tx -> desks(
                                        tx,
                                        waiting.stream()
                                                .map(KnownSignal::signal)
                                                .toList())
                                .chain(desks -> {
                                    SignalDecider decider = new SignalDecider(Router.of(rules.get(), tx.now()));
                                    waiting.forEach(one -> desks.decide(
                                            Desks.lane(one.signal().accountId(), one.episodeId()),
                                            (desk, workload) -> decider.release(
                                                    desk,
                                                    Objects.requireNonNullElse(
                                                            desk.signals().get(one.episodeId()), one),
                                                    lead,
                                                    workload)));
                                    return write(tx, desks).replaceWith(desks::ledger);
                                }))
                        .invoke(() -> deliveries.poke()));
    }

    private Uni<Desks> desks(Transaction tx, List<SignalChanged> batch) {
        Collection<String> lanes = batch.stream()
                .map(signal -> Desks.lane(signal.accountId(), signal.episodeId()))
                .distinct()
                .sorted()
                .toList();
        Collection<String> accountIds = batch.stream()
                .map(SignalChanged::accountId)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        Collection<UUID> episodes =
                batch.stream().map(SignalChanged::episodeId).distinct().toList();
        return signals.lockLanes(tx, lanes)
                .chain(() -> signals.openOf(tx, accountIds, episodes))
                .chain(known -> tasks.lockOpen(tx, accountIds, taskIds(known))
                        .chain(open -> accounts.find(tx, accountIds)
                                .chain(copies ->
                                        tasks.workload(tx).map(workload -> new Desks(copies, known, open, workload)))));
    }

    private static List<UUID> taskIds(List<KnownSignal> known) {
        return known.stream()
                .map(KnownSignal::taskId)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private Uni<Void> write(Transaction tx, Desks desks) {
        desks.ledger()
                .forEach(known -> meters.counter(
                                "router.signals",
                                "became",
                                known.status().name().toLowerCase(Locale.ROOT))
                        .increment());
        return signals.upsert(tx, desks.ledger()).chain(() -> changes.write(tx, desks.tasks()));
    }
}
