package io.playcaller.health.models.app;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.model.in.ModelFiles;
import io.playcaller.health.models.StoredModel;
import io.playcaller.health.models.app.Models.Order;
import io.playcaller.health.models.app.Models.When;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Stores the files that this replica starts with, and puts them in force where they never were. A replica of before that starts
 * again in the middle of an update finds that its own were, and leaves things as they are.
 */
@Singleton
class ModelSeed {

    private static final Logger LOG = Logger.getLogger(ModelSeed.class);
    private static final String AUTHOR = "files";
    private static final String REASON = "the files of a replica that started";

    private final Models models;
    private final Engines engines;
    private final BusinessClock clock;
    private final boolean activate;
    private final Duration limit;

    ModelSeed(Models models, Engines engines, BusinessClock clock, HealthConfig config) {
        this.models = models;
        this.engines = engines;
        this.clock = clock;
        this.activate = config.model().activateFiles();
        this.limit = config.fold().storeTimeout();
    }

    /** Before the log is read. */
    void onStart(@Observes @Priority(4000) StartupEvent started, ModelFiles files, HealthEngine engine) {
        HealthModel model = engine.model();
        String hash = model.contentHash();
        StoredModel own = new StoredModel(hash, model.version(), ModelText.of(files), AUTHOR, REASON, clock.instant());
        models.store(own).await().atMost(limit);
        When when = activate ? When.NEVER_WAS_ACTIVE : When.NOTHING_IS_ACTIVE;
        models.activate(new Order(hash, AUTHOR, REASON), when)
                .await()
                .atMost(limit)
                .ifPresent(activation -> LOG.infof("model %s, content %s, is put in force", model.version(), hash));
        String active = engines.active().contentHash();
        if (!active.equals(hash)) {
            LOG.warnf("the scores are made by model %s, not by the files here, which are %s", active, hash);
        }
    }
}
