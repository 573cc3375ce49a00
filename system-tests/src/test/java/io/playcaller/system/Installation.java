package io.playcaller.system;

import io.playcaller.testkit.PlaycallerStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One installation of Playcaller for all tests of this JVM: started on first use, killed when the JVM ends. */
final class Installation {

    /** Sources and their keys, made up for this JVM. */
    static final Map<String, String> KEYS = Map.of("web", "key-of-web", "support-desk", "key-of-the-desk");

    static final int LOG_PARTITIONS = 4;

    /** Who may log in at the issuing console. */
    static final String ADMIN = "admin@playcaller.test";

    static final String ADMIN_PASSWORD = "the first of them all";

    /** How long a service that is asked to end waits for requests in work: longer than any of these machines stands still. */
    static final Duration ENDS_AT_LAST = Duration.ofSeconds(150);

    private static final Map<String, String> SHARED = Map.ofEntries(
            Map.entry("quarkus.log.console.json.enabled", "false"),
            Map.entry("playcaller.topics.create", "true"),
            Map.entry("playcaller.topics.customer-events-partitions", Integer.toString(LOG_PARTITIONS)),
            Map.entry("playcaller.topics.partitions", "2"),
            Map.entry("playcaller.topics.replication", "1"),
            Map.entry("playcaller.outbox.lease-ttl", "4s"),
            Map.entry("quarkus.shutdown.timeout", ENDS_AT_LAST.toString()),
            Map.entry("mp.messaging.connector.smallrye-kafka.session.timeout.ms", "4000"),
            Map.entry("mp.messaging.connector.smallrye-kafka.heartbeat.interval.ms", "1000"));

    private final PlaycallerStack stack = PlaycallerStack.shared();
    private final Path home = temporaryHome();

    private final ServiceProcess ingest = start("usage-ingest", "usage-ingest", "ingest", ingestConfig());
    private final ServiceProcess health = start("health-service", "health-service", "health", healthConfig());
    private final ServiceProcess router = start("play-router", "play-router", "router", routerConfig());
    private final ServiceProcess forecast = start("renewal-forecast", "renewal-forecast", "forecast", Map.of());

    private Installation() {
        List.of(ingest, health, router, forecast).forEach(ServiceProcess::awaitReady);
    }

    private static final class OnFirstUse {
        static final Installation INSTALLATION = new Installation();
    }

    static Installation shared() {
        return OnFirstUse.INSTALLATION;
    }

    static Map<String, String> ingestConfig() {
        Map<String, String> config = new HashMap<>(Map.of(
                "playcaller.ingest.tick", "PT1S",
                // A killed door's claims lapse sooner than in production, and later than its deliveries could end.
                "playcaller.ingest.dedup.lock", "PT8S"));
        KEYS.forEach((source, key) -> {
            String prefix = "playcaller.ingest.bootstrap.sources." + source;
            config.put(prefix + ".key", key);
            config.put(prefix + ".feeds", source.equals("web") ? "usage,feedback,success" : "support");
        });
        return config;
    }

    static Map<String, String> healthConfig() {
        return Map.of(
                "playcaller.health.consumer.session-timeout",
                "PT6S",
                // Who is suspended while it waits for PostgreSQL waits on when it wakes up.
                "playcaller.health.fold.store-timeout",
                "PT10M");
    }

    static Map<String, String> routerConfig() {
        try {
            Path files = Path.of(Installation.class.getResource("/router").toURI());
            return Map.of("playcaller.router.config-dir", files.toString(), "playcaller.router.brake.least", "1000000");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private ServiceProcess start(String module, String name, String schema, Map<String, String> own) {
        return process(module, name, schema, home, own);
    }

    /** A process of a service on the shared backing services, unless {@code own} says otherwise. */
    static ServiceProcess process(String module, String name, String schema, Path home, Map<String, String> own) {
        PlaycallerStack ofSchema = new PlaycallerStack();
        ofSchema.init(Map.of("schema", schema));
        Map<String, String> config = new HashMap<>(ofSchema.start());
        config.putAll(SHARED);
        // PostgreSQL says of each session whose it is.
        config.put("quarkus.datasource.reactive.additional-properties.application_name", name);
        config.putAll(own);
        ServiceProcess process = new ServiceProcess(module, name, home, config);
        Runtime.getRuntime().addShutdownHook(new Thread(process::close));
        return process;
    }

    private static Path temporaryHome() {
        try {
            return Files.createTempDirectory("playcaller-system");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PlaycallerStack stack() {
        return stack;
    }

    ServiceProcess ingest() {
        return ingest;
    }

    ServiceProcess health() {
        return health;
    }

    ServiceProcess router() {
        return router;
    }

    ServiceProcess forecast() {
        return forecast;
    }

    /** The console, over these services; returns before it is ready. The caller closes it. */
    ServiceProcess console() {
        return start("console", "console", "console", consoleConfig());
    }

    /** One that signs and verifies by the key in its database, with a first administrator. */
    ServiceProcess issuingConsole() {
        Map<String, String> own = new HashMap<>(consoleConfig());
        own.put("playcaller.console.bootstrap.email", ADMIN);
        own.put("playcaller.console.bootstrap.password", ADMIN_PASSWORD);
        own.put("mp.jwt.verify.issuer", "${playcaller.auth.issuer}");
        own.put("mp.jwt.verify.publickey.location", "http://127.0.0.1:${quarkus.http.port}/.well-known/jwks.json");
        return start("console", "issuing-console", "console", own);
    }

    private Map<String, String> consoleConfig() {
        return Map.of(
                "playcaller.console.services.ingest", ingest.url(),
                "playcaller.console.services.health", health.url(),
                "playcaller.console.services.router", router.url(),
                "playcaller.console.services.forecast", forecast.url());
    }

    /**
     * A second process of usage-ingest; returns before it is ready. The caller closes it.
     *
     * @param lock how long its deliveries hold their claims
     * @param linger how long its producer waits for more: each of its deliveries holds its claims for at least as long
     */
    ServiceProcess secondIngest(Duration lock, Duration linger) {
        Map<String, String> own = new HashMap<>(ingestConfig());
        own.put("playcaller.ingest.dedup.lock", lock.toString());
        own.put("kafka.linger.ms", Long.toString(linger.toMillis()));
        return start("usage-ingest", "usage-ingest-2", "ingest", own);
    }

    /** One more process of health-service, by its number; returns before it is ready. The caller closes it. */
    ServiceProcess anotherHealth(int number) {
        return start("health-service", "health-service-" + number, "health", healthConfig());
    }
}
