package io.playcaller.router.delivery.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.Gate;
import io.playcaller.router.delivery.out.PgDeliveries;
import io.playcaller.router.restore.app.RestoreCheck;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends what waits in the ledger, to each configured tool by itself. */
@Singleton
public class DeliveryWorker {

    private final List<ConnectorSender> senders;
    private final RestoreCheck restored;
    private volatile boolean open;

    DeliveryWorker(
            Connectors connectors,
            PgDeliveries ledger,
            MeterRegistry meters,
            Vertx vertx,
            PlayRouterConfig config,
            RestoreCheck restored) {
        this.restored = restored;
        this.senders = connectors.all().stream()
                .filter(Connector::isConfigured)
                .map(connector -> new ConnectorSender(
                        connector, ledger, meters, vertx, config.webhook().poll()))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        if (!senders.isEmpty()) {
            restored.passed().subscribe().with(known -> open());
        }
    }

    private void open() {
        open = true;
        senders.forEach(ConnectorSender::start);
    }

    void stop(@Observes ShutdownEvent event) {
        senders.forEach(ConnectorSender::stop);
    }

    /** Deliveries were written: look now. Until it is known whether the database was restored, nothing is sent. */
    public void poke() {
        if (open) {
            senders.forEach(ConnectorSender::poke);
        }
    }

    /** How a tool stands as this replica sees it. */
    public Optional<Standing> standing(String connector) {
        return senders.stream()
                .filter(sender -> sender.connector().name().equals(connector))
                .findFirst()
                .map(sender -> new Standing(sender.gate(), sender.uptime()));
    }

    /** @param now the time by which the gate counts */
    public record Standing(Gate gate, Duration now) {}
}
