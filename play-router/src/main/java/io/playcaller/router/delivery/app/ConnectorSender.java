package io.playcaller.router.delivery.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Gate;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.out.PgDeliveries;
import io.playcaller.router.store.WorkLoop;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Sends what waits for one tool, outside of any transaction: claim, send, settle. A tool that is slow or away holds up no
 * other. A crash between the last two sends the same message again.
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
        return ledger.claim(connector, allowed)
                .invoke(attempts -> move(before -> before.begun(attempts.size(), uptime())))
                .chain(attempts -> Multi.createFrom()
                        .iterable(attempts)
                        .onItem()
                        .transformToUni(this::send)
                        .merge(allowed)
                        .collect()
                        .asList()
                        .replaceWith(attempts.size()));
    }

    private Uni<Void> send(Attempt attempt) {
        return Uni.createFrom()
                .deferred(() -> connector.send(attempt))
                .ifNoItem()
                .after(connector.timeout())
                .recoverWithItem(() -> new Receipt.Failed(
                        "no answer within " + connector.timeout().toMillis() + " ms"))
                .onFailure()
                .recoverWithItem(failure -> new Receipt.Failed(sentence(failure)))
                .invoke(this::note)
                .chain(receipt -> ledger.settle(connector, attempt, receipt));
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
