package io.playcaller.router.signal.app;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.signal.Spoken;
import io.playcaller.router.signal.out.PgSignals;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes signals in, a batch in one transaction: lanes locked, desks loaded in sets, every signal decided in order, written
 * in sets. What one signal breaks becomes a letter and touches no other.
 */
@ApplicationScoped
public class SignalIntake {

    private final Transactions transactions;
    private final SpokenWords words;
    private final PgSignals signals;
    private final DeskLoader desks;
    private final SignalRouting routing;
    private final DeliveryWorker deliveries;

    SignalIntake(
            Transactions transactions,
            SpokenWords words,
            PgSignals signals,
            DeskLoader desks,
            SignalRouting routing,
            DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.words = words;
        this.signals = signals;
        this.desks = desks;
        this.routing = routing;
        this.deliveries = deliveries;
    }

    /** A signal with what becomes of it when it breaks its decision. */
    public record Arrival(SignalChanged signal, Function<Throwable, OutboxRecord> letter) {}

    /** Takes in a batch. */
    public Uni<Void> take(List<Arrival> arrivals) {
        List<SignalChanged> batch = arrivals.stream().map(Arrival::signal).toList();
        return transactions
                .run(tx -> desks.load(tx, batch)
                        .chain(loaded -> routing.route(tx, loaded, (on, decider) -> decided(on, decider, arrivals)))
                        .chain(tx::say))
                .invoke(() -> deliveries.poke());
    }

    /** What these break. */
    private static List<OutboxRecord> decided(Desks on, SignalDecider decider, List<Arrival> arrivals) {
        List<OutboxRecord> letters = new ArrayList<>();
        arrivals.forEach(arrival -> decide(on, decider, arrival, letters));
        return letters;
    }

    private static void decide(Desks loaded, SignalDecider decider, Arrival arrival, List<OutboxRecord> letters) {
        SignalChanged signal = arrival.signal();
        try {
            loaded.decide(
                    Desks.lane(signal.accountId(), signal.episodeId()),
                    (desk, workload) -> decider.decide(desk, signal, workload));
        } catch (RuntimeException e) {
            letters.add(arrival.letter().apply(e));
        }
    }

    /**
     * Routes the most valuable signals that wait in triage.
     *
     * @param key under which it may be asked for again; null for none
     * @return what became of them; empty where something else was said under that key
     */
    public Uni<Optional<Answered>> release(int top, String lead, @Nullable String key) {
        return words.say(
                        new Spoken(lead, key, "release the top " + top + " of triage"),
                        tx -> signals.triage(tx, top),
                        waiting -> transactions.run(tx -> release(tx, waiting, lead)))
                .invoke(() -> deliveries.poke());
    }

    private Uni<Answered> release(Transaction tx, List<SignalChanged> batch, String lead) {
        return desks.load(tx, batch)
                .chain(loaded -> routing.route(
                        tx,
                        loaded,
                        (on, decider) -> on.decideEach(
                                batch,
                                (desk, signal, workload) ->
                                        decider.release(desk, signal.episodeId(), lead, workload))));
    }
}
