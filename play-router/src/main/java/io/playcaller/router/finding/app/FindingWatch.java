package io.playcaller.router.finding.app;

import io.playcaller.contracts.Ids;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.finding.Finding;
import io.playcaller.router.finding.ToldFinding;
import io.playcaller.router.finding.ToldFinding.Step;
import io.playcaller.router.finding.out.PgFindings;
import io.playcaller.router.signal.app.OwnSignals;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells each finding once, and its end. Each in a transaction of its own, which holds the finding's row before the lanes and tasks that
 * routing locks: of two replicas that see the same one tells it.
 */
@ApplicationScoped
class FindingWatch {

    private static final Logger LOG = Logger.getLogger(FindingWatch.class);

    /** What a look at one kind has found that is news. */
    private record Look(Instant at, Map<String, Optional<Finding>> news) {}

    private final Transactions transactions;
    private final List<FindingSource> sources;
    private final PgFindings store;
    private final OwnSignals signals;
    private final DeliveryWorker deliveries;

    FindingWatch(
            Transactions transactions,
            @All List<FindingSource> sources,
            PgFindings store,
            OwnSignals signals,
            DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.sources = sources;
        this.store = store;
        this.signals = signals;
        this.deliveries = deliveries;
    }

    /** Looks once; answers how much was told. */
    Uni<Integer> look() {
        return Multi.createFrom()
                .iterable(sources)
                .onItem()
                .transformToUniAndConcatenate(this::look)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(told -> {
                    if (told > 0) {
                        deliveries.poke();
                    }
                });
    }

    /** A kind that cannot be looked at holds up no other. */
    private Uni<Integer> look(FindingSource source) {
        return transactions
                .run(tx -> source.look(tx)
                        .chain(found ->
                                store.told(tx, source.prefix()).map(told -> new Look(tx.now(), news(found, told)))))
                .chain(this::tell)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(failure, "findings %s cannot be looked at", source.prefix());
                    return 0;
                });
    }

    /** By key: what is found, empty where it is so no more; only what differs from what was told. */
    static Map<String, Optional<Finding>> news(List<Finding> found, List<ToldFinding> told) {
        Map<String, ToldFinding> before = told.stream().collect(Collectors.toMap(ToldFinding::key, one -> one));
        Map<String, Optional<Finding>> news = new TreeMap<>();
        Stream.concat(before.keySet().stream(), found.stream().map(Finding::key))
                .forEach(key -> news.put(key, Optional.empty()));
        found.forEach(one -> news.put(one.key(), Optional.of(one)));
        news.entrySet()
                .removeIf(entry -> entry.getValue()
                        .filter(one -> before.containsKey(one.key())
                                && before.get(one.key()).said().equals(one.news()))
                        .isPresent());
        return news;
    }

    private Uni<Integer> tell(Look look) {
        return Multi.createFrom()
                .iterable(look.news().entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> transactions.run(
                        tx -> tell(tx, entry.getKey(), entry.getValue().orElse(null), look.at())))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> tell(Transaction tx, String key, @Nullable Finding found, Instant lookedAt) {
        return store.lock(tx, key)
                .chain(told -> step(tx, key, told.orElse(null), found, lookedAt))
                .chain(step -> step.isEmpty()
                        ? Uni.createFrom().item(0)
                        : store.write(tx, key, step.get().after())
                                .chain(() -> signals.take(tx, step.get().signal()))
                                .replaceWith(1));
    }

    private Uni<Optional<Step>> step(
            Transaction tx, String key, @Nullable ToldFinding told, @Nullable Finding found, Instant lookedAt) {
        UUID episode = episode(key, found);
        Uni<Optional<Integer>> first = told == null
                ? store.next(tx, episode, lookedAt)
                : Uni.createFrom().item(Optional.of(told.transition()));
        return first.map(
                next -> next.flatMap(transition -> ToldFinding.step(told, found, episode, transition, tx.now())));
    }

    /** What concerns an account is one signal under a key and its first news: found again that opens again. */
    private static UUID episode(String key, @Nullable Finding found) {
        return found == null || found.about() == null ? Ids.next() : Ids.derived("finding", key, found.news());
    }
}
