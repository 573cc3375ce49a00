package io.playcaller.health.models.app;

import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import java.util.Optional;

/** One engine, whatever the log says: for tests in which the model never changes. */
public record OneEngine(HealthEngine engine, Optional<HealthEngine> inShadow) implements Engines {

    /** With nothing in shadow. */
    public OneEngine(HealthEngine engine) {
        this(engine, Optional.empty());
    }

    @Override
    public HealthEngine of(LogState log) {
        return engine;
    }

    @Override
    public boolean known(LogState log) {
        return log.modelHash().equals(engine.model().contentHash());
    }

    @Override
    public ModelActivated active() {
        return new ModelActivated(engine.model().contentHash(), engine.model().version());
    }

    @Override
    public void heard(ModelActivated activated) {
        // It is known.
    }
}
