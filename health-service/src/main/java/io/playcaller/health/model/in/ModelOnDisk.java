package io.playcaller.health.model.in;

import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.engine.HealthEngine;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Reads the model once, at start: from the directory that is configured, and what is not there from the shipped files. */
@Singleton
class ModelOnDisk {

    private static final Logger LOG = Logger.getLogger(ModelOnDisk.class);
    private static final String SHIPPED = "/health/";

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
        Map<String, String> contents = new TreeMap<>();
        for (String name : ModelFiles.NAMES) {
            Optional<Path> own = directory.map(path -> path.resolve(name)).filter(Files::exists);
            contents.put(name, own.isPresent() ? own(own.get()) : shipped(name));
        }
        return new ModelFiles(contents);
    }

    private static String own(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static String shipped(String name) {
        try (InputStream file = ModelOnDisk.class.getResourceAsStream(SHIPPED + name)) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + name + " is missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
