package io.playcaller.router.delivery.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.out.HttpWebhook;
import io.playcaller.router.delivery.out.PgDeliveries;
import io.playcaller.router.delivery.out.PgDeliveries.Attempt;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/**
 * Sends what waits in the ledger, outside of any transaction: claim, send, settle. A crash between the last two sends the
 * same message again under the same id, which is what receivers of Standard Webhooks look at.
 */
@Singleton
public class DeliveryWorker {

    /** What a round may take besides its tool. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(30);

    private final PgDeliveries ledger;
    private final HttpWebhook webhook;
    private final MeterRegistry meters;
    private final int concurrency;
    private final WorkLoop loop;

    DeliveryWorker(
            PgDeliveries ledger, HttpWebhook webhook, MeterRegistry meters, Vertx vertx, PlayRouterConfig config) {
        this.ledger = ledger;
        this.webhook = webhook;
        this.meters = meters;
        this.concurrency = config.webhook().concurrency();
        this.loop = new WorkLoop(
                "sending deliveries",
                vertx,
                config.webhook().poll(),
                config.webhook().timeout().plus(TO_SETTLE),
                this::sendDue);
    }

    void start(@Observes StartupEvent event) {
        if (webhook.isConfigured()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Deliveries were written: look now. */
    public void poke() {
        if (webhook.isConfigured()) {
            loop.poke();
        }
    }

    /** Sends what is due now, and answers how much that was. */
    Uni<Integer> sendDue() {
        return ledger.claim(concurrency)
                .chain(attempts -> Multi.createFrom()
                        .iterable(attempts)
                        .onItem()
                        .transformToUni(this::send)
                        .merge(concurrency)
                        .collect()
                        .asList()
                        .replaceWith(attempts.size()));
    }

    private Uni<Void> send(Attempt attempt) {
        return webhook.send(attempt)
                .invoke(receipt -> meters.counter(
                                "router.deliveries",
                                "receipt",
                                receipt.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                        .increment())
                .chain(receipt -> ledger.settle(attempt, receipt));
    }
}
