package io.playcaller.quickstart;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The services of Playcaller as the quickstart runs them; console first, because the others verify its tokens. */
public enum Service {
    CONSOLE("console", "console", 8080, 256),
    USAGE_INGEST("usage-ingest", "ingest", 8081, 384),
    HEALTH_SERVICE("health-service", "health", 8082, 384),
    PLAY_ROUTER("play-router", "router", 8083, 320),
    RENEWAL_FORECAST("renewal-forecast", "forecast", 8084, 320);

    private final String module;
    private final String schema;
    private final int defaultPort;
    private final int heapMegabytes;

    Service(String module, String schema, int defaultPort, int heapMegabytes) {
        this.module = module;
        this.schema = schema;
        this.defaultPort = defaultPort;
        this.heapMegabytes = heapMegabytes;
    }

    /** The directory of its module, and the name that people use. */
    public String module() {
        return module;
    }

    /** Its schema in the database. */
    public String schema() {
        return schema;
    }

    int defaultPort() {
        return defaultPort;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** The program that a build of the checkout leaves behind. */
    public Path program(Path root) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    public static Optional<Service> ofModule(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(module))
                .findFirst();
    }

    public static List<String> modules() {
        return Arrays.stream(values()).map(Service::module).toList();
    }
}
