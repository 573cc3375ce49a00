package io.playcaller.outbox.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.outbox.relay.OutboxRelay;
import io.playcaller.outbox.relay.RelayStatistics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Starts the relay with the service, after Flyway, and stops it before the pool closes. */
@Singleton
final class OutboxLifecycle {

    private final OutboxConfig config;
    private final OutboxRelay relay;
    private final Instance<MeterRegistry> registry;

    OutboxLifecycle(OutboxConfig config, OutboxRelay relay, Instance<MeterRegistry> registry) {
        this.config = config;
        this.relay = relay;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        if (registry.isResolvable()) {
            measure(registry.get());
        }
        if (config.mode() != OutboxConfig.Mode.OFF) {
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
    }

    private void measure(MeterRegistry meters) {
        RelayStatistics statistics = relay.statistics();
        Gauge.builder("outbox.depth", statistics, seen -> seen.backlog().depth())
                .description("Records that wait in this service's outbox, of all replicas")
                .register(meters);
        Gauge.builder(
                        "outbox.age.seconds",
                        statistics,
                        seen -> seen.backlog().age().toMillis() / 1000.0)
                .description("How long the oldest of them has waited")
                .register(meters);
        Gauge.builder("outbox.shards.owned", relay, it -> it.owned().size())
                .description("Shards that this replica relays")
                .register(meters);
        FunctionCounter.builder("outbox.sent", statistics, RelayStatistics::sent)
                .description("Records in transactions that Kafka committed")
                .register(meters);
        FunctionCounter.builder("outbox.fenced", statistics, RelayStatistics::fenced)
                .description("Times that the broker refused this replica because a newer one has the shard")
                .register(meters);
        FunctionCounter.builder("outbox.failures", statistics, RelayStatistics::failures)
                .description("Attempts that failed and are made again")
                .register(meters);
    }
}
