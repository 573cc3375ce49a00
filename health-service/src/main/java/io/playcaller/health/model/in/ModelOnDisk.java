package io.playcaller.health.model.in;

import io.playcaller.chassis.yaml.ConfigFolder;
import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.engine.HealthEngine;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads the model once, at start: from the directory that is configured, and what is not there from the shipped files. */
@Singleton
class ModelOnDisk {

    private static final Logger LOG = Logger.getLogger(ModelOnDisk.class);
    private static final ConfigFolder FOLDER =
            new ConfigFolder("playcaller.health.model-dir", ModelFiles.NAMES, ModelOnDisk.class, "/health/");

    @Produces
    @Singleton
    HealthEngine engine(HealthConfig config) {
        return new HealthEngine(read(config.modelDir()).model());
    }

    /** Reads it before anything else begins, so that faulty files end the start. */
    void refuseFaultyFiles(@Observes @Priority(1) StartupEvent started, HealthEngine engine) {
        LOG.infof(
                "model %s, content %s", engine.model().version(), engine.model().contentHash());
    }

    static ModelFiles read(Optional<Path> directory) {
        return new ModelFiles(FOLDER.read(directory));
    }
}
