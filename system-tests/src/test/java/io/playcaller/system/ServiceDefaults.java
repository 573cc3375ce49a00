package io.playcaller.system;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The defaults that a service ships, read from its compiled configuration: no service is on our class path. */
record ServiceDefaults(String module, String config) {

    private static final Path MODULES =
            Path.of(System.getProperty("playcaller.system.modules", "..")).toAbsolutePath();

    static final ServiceDefaults USAGE_INGEST =
            new ServiceDefaults("usage-ingest", "io.playcaller.ingest.config.IngestConfig");
    static final ServiceDefaults HEALTH_SERVICE =
            new ServiceDefaults("health-service", "io.playcaller.health.config.HealthConfig");

    /**
     * The default of a setting that is a length of time.
     *
     * @param group the nested interface that has it, such as {@code Dedup}
     */
    Duration duration(String group, String setting) {
        Path classes = MODULES.resolve(module).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new AssertionError(classes + " is missing: compile " + module + " first, or run with -am");
        }
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            String value = loader.loadClass(config + "$" + group)
                    .getMethod(setting)
                    .getAnnotation(WithDefault.class)
                    .value();
            return new DurationConverter().convert(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(module + " has no setting " + group + "." + setting, e);
        }
    }
}
