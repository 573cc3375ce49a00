package io.playcaller.health.models.app;

import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import java.util.Optional;

/**
 * The engine of the model that the log says, whatever files this replica has. Blocking: called on the log's thread, and at
 * start.
 */
public interface Engines {

    /**
     * The engine by what a partition's log says. Where it says nothing, or names a model of which nobody has the files, it is the
     * engine of the model in force.
     *
     * @throws IllegalStateException for a model that this version cannot read
     */
    HealthEngine of(LogState log);

    /** Whether anybody has the files of the model that the log names. */
    boolean known(LogState log);

    /** The engine of the model in shadow, as somebody here last saw it; never blocks. */
    Optional<HealthEngine> inShadow();

    /** What is in force, as the log is told. */
    ModelActivated active();

    /** The log says so from here on: what it tells of the model is kept, so that it can be asked for. */
    void heard(ModelActivated activated);
}
