package io.playcaller.health.config;

import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.model.in.ModelFiles;
import io.playcaller.health.model.in.ModelFolder;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Reads the model once, at start: from the directory that is configured, and what is not there from the shipped files. */
@Singleton
class ModelOnDisk {

    private static final Logger LOG = Logger.getLogger(ModelOnDisk.class);

    @Produces
    @Singleton
    ModelFiles files(HealthConfig config) {
        return ModelFolder.read("playcaller.health.model-dir", config.modelDir());
    }

    /** Of these files; what makes the scores is what the log says. */
    @Produces
    @Singleton
    HealthEngine engine(ModelFiles files) {
        return new HealthEngine(files.model());
    }

    /** Reads it before anything else begins, so that faulty files end the start. */
    void refuseFaultyFiles(@Observes @Priority(1) StartupEvent started, HealthEngine engine) {
        LOG.infof(
                "files of model %s, content %s",
                engine.model().version(), engine.model().contentHash());
    }
}
