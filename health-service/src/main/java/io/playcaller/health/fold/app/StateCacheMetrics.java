package io.playcaller.health.fold.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How much memory account states take, and may take. */
@ApplicationScoped
class StateCacheMetrics {

    private final StateCache cache;
    private final MeterRegistry registry;

    StateCacheMetrics(StateCache cache, MeterRegistry registry) {
        this.cache = cache;
        this.registry = registry;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("health.states.limit", cache, StateCache::limit)
                .baseUnit("bytes")
                .description("Memory that account states of this replica may take")
                .register(registry);
        Gauge.builder("health.states.held", cache, StateCache::bytes)
                .baseUnit("bytes")
                .description("Memory that account states take, estimated")
                .register(registry);
        Gauge.builder("health.states", cache, StateCache::states)
                .description("Account states in memory")
                .register(registry);
        FunctionCounter.builder("health.states.evicted", cache, StateCache::evictions)
                .description("States that went because the budget was spent, to be read again when needed")
                .register(registry);
    }
}
