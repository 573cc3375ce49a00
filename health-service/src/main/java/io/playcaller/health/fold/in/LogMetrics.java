package io.playcaller.health.fold.in;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.clock.BusinessClock;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** What this replica owns, and how far its slowest log clock is behind. */
@ApplicationScoped
class LogMetrics {

    private final Holdings holdings;
    private final BusinessClock clock;
    private final MeterRegistry registry;

    LogMetrics(Holdings holdings, BusinessClock clock, MeterRegistry registry) {
        this.holdings = holdings;
        this.clock = clock;
        this.registry = registry;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("health.partitions.owned", holdings, held -> held.owned().size())
                .description("Partitions that are folded here")
                .register(registry);
        Gauge.builder("health.log.clock.lag", this, LogMetrics::lagSeconds)
                .baseUnit("seconds")
                .description("Business time minus the log's time of the owned partition that is furthest behind")
                .register(registry);
    }

    private double lagSeconds() {
        return holdings.slowestLogTime()
                .map(time -> Duration.between(time, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
