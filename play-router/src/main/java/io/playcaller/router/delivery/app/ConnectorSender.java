package io.playcaller.router.delivery.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Gate;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.Tried;
import io.playcaller.router.delivery.out.PgDeliveries;
import io.playcaller.router.store.DatabaseRefusal;
import io.playcaller.router.store.WorkLoop;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Sends what waits for one tool, outside of any transaction: claim, send, settle, the last for sets of what ends at about the same
 * time. A tool that is slow or away holds up no other. A crash between the last two sends the same messages again.
 */
final class ConnectorSender {

    /** What a round may take besides its tool. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(30);

    private final Connector connector;
    private final PgDeliveries ledger;
    private final MeterRegistry meters;
    private final WorkLoop loop;
    private final long bornAt = System.nanoTime();
    private volatile Gate gate;

    ConnectorSender(Connector connector, PgDeliveries ledger, MeterRegistry meters, Vertx vertx, Duration poll) {
        this.connector = connector;
        this.ledger = ledger;
        this.meters = meters;
        this.gate = Gate.open(connector.pace(), Duration.ZERO);
        this.loop = new WorkLoop(
                "sending to " + connector.name(),
                vertx,
                poll,
                connector.timeout().plus(TO_SETTLE),
                this::sendDue);
    }

    void start() {
        loop.start();
    }

    void stop() {
        loop.stop();
    }

    void poke() {
        loop.poke();
    }

    Connector connector() {
        return connector;
    }

    Gate gate() {
        return gate;
    }

    /** Since this process began. */
    Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - bornAt);
    }

    /** Sends what may go now, and answers how much that was. */
    Uni<Integer> sendDue() {
        int allowed = gate.allows(uptime());
        if (allowed == 0) {
            return Uni.createFrom().item(0);
        }
        InSets<Tried> settling = new InSets<>(this::settle);
        return ledger.claim(connector, allowed)
                .invoke(attempts -> move(before -> before.begun(attempts.size(), uptime())))
                .chain(attempts -> Multi.createFrom()
                        .iterable(attempts)
                        .onItem()
                        .transformToUni(attempt -> send(attempt).chain(settling::take))
                        .collectFailures()
                        .merge(allowed)
                        .collect()
                        .asList()
                        .replaceWith(attempts.size()));
    }

    private Uni<Tried> send(Attempt attempt) {
        return Uni.createFrom()
                .deferred(() -> connector.send(attempt))
                .ifNoItem()
                .after(connector.timeout())
                .recoverWithItem(() -> new Receipt.Failed(
                        "no answer within " + connector.timeout().toMillis() + " ms"))
                .onFailure()
                .recoverWithItem(failure -> new Receipt.Failed(sentence(failure)))
                .invoke(this::note)
                .map(receipt -> new Tried(attempt, receipt));
    }

    /** What the tool took is written down at once, all else one by one; what cannot be written harms nothing beside it. */
    private Uni<Void> settle(List<Tried> ended) {
        Map<Boolean, List<Tried>> byTaken =
                ended.stream().collect(Collectors.partitioningBy(one -> one.receipt() instanceof Receipt.Taken));
        List<Tried> taken = byTaken.getOrDefault(true, List.of());
        List<Tried> others = byTaken.getOrDefault(false, List.of());
        return (taken.isEmpty() ? Uni.createFrom().voidItem() : ledger.taken(taken))
                .onFailure(failure -> taken.size() > 1 && DatabaseRefusal.isForGood(failure))
                .recoverWithUni(() -> eachAlone(taken))
                .eventually(() -> eachAlone(others));
    }

    private Uni<Void> eachAlone(List<Tried> ended) {
        return Multi.createFrom()
                .iterable(ended)
                .onItem()
                .transformToUni(one -> ledger.settle(connector, one))
                .collectFailures()
                .concatenate()
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private void note(Receipt receipt) {
        move(before -> before.ended(receipt, uptime()));
        String word = receipt.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        meters.counter("router.deliveries", "connector", connector.name(), "receipt", word)
                .increment();
    }

    private synchronized void move(UnaryOperator<Gate> step) {
        gate = step.apply(gate);
    }

    private static String sentence(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "the connection was lost");
    }
}
