package io.playcaller.health.fold.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.models.app.Engines;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * The same fold for a rebuild: over tables of its own, with states of its own in memory, told to nobody and counted in no metric
 * that somebody is woken by. Used by one thread.
 */
@ApplicationScoped
public class RebuildFolds {

    /** Scores of a model in shadow are those of the accounts as they stand, and no part of what the log makes. */
    private record OfTheLog(Engines engines) implements Engines {

        @Override
        public HealthEngine of(LogState log) {
            return engines.of(log);
        }

        @Override
        public boolean known(LogState log) {
            return engines.known(log);
        }

        @Override
        public Optional<HealthEngine> inShadow() {
            return Optional.empty();
        }

        @Override
        public ModelActivated active() {
            return engines.active();
        }

        @Override
        public void heard(ModelActivated activated) {
            engines.heard(activated);
        }
    }

    private final RebuildStore store;
    private final FoldParts parts;

    RebuildFolds(Engines engines, RebuildStore store, HealthConfig config) {
        this.store = store;
        long bytes = Runtime.getRuntime().maxMemory() / 100 * config.rebuild().cacheShare();
        this.parts = new FoldParts(
                new OfTheLog(engines),
                store,
                new StateCache(bytes),
                new FoldMetrics(new SimpleMeterRegistry()),
                committed -> {},
                new FoldParts.Limits(config.fold().dedupWindow(), config.fold().slice()));
    }

    /**
     * Goes on with a partition where the rebuild stands.
     *
     * @param logStart where one begins of which it has nothing yet
     * @throws LogMismatchException when it stands in another topic of this name
     */
    public PartitionFold claim(int partition, UUID logId, long logStart) {
        return new PartitionFold(partition, store.claim(partition, logId, logStart), parts);
    }

    /** Lets go of everything in memory. */
    public void forgetAll() {
        parts.cache().clear();
    }
}
