package io.playcaller.quickstart;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the quickstart tells a service: addresses, secrets, and the few settings that make a single machine lively. */
final class ServiceConfig {

    private final Home home;
    private final Settings settings;
    private final Secrets secrets;

    ServiceConfig(Home home, Settings settings, Secrets secrets) {
        this.home = home;
        this.settings = settings;
        this.secrets = secrets;
    }

    /** The properties file of {@code service}; Quarkus reads it from {@code config/} of the working directory. */
    String file(Service service) {
        return of(service).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()))
                .collect(Collectors.joining("\n", "# Written anew at each start of the quickstart.\n", "\n"));
    }

    Map<String, String> of(Service service) {
        Map<String, String> config = new TreeMap<>(shared(service));
        switch (service) {
            case CONSOLE -> console(config);
            case USAGE_INGEST -> ingest(config);
            case PLAY_ROUTER -> router(config);
            case HEALTH_SERVICE, RENEWAL_FORECAST -> {
                // What all services share is enough.
            }
        }
        return config;
    }

    private void router(Map<String, String> config) {
        config.put("playcaller.router.config-dir", home.plays().toString());
        // As many as `bench task` may make within an hour; of a trial's few accounts the brake would let 20 through.
        config.put("playcaller.router.brake.least", "1000");
    }

    private Map<String, String> shared(Service service) {
        String database = "//127.0.0.1:%d/playcaller".formatted(settings.postgresPort());
        return Map.ofEntries(
                Map.entry("quarkus.http.host", "127.0.0.1"),
                Map.entry("quarkus.http.port", Integer.toString(settings.port(service))),
                Map.entry("quarkus.datasource.username", "postgres"),
                Map.entry("quarkus.datasource.password", "postgres"),
                Map.entry(
                        "quarkus.datasource.jdbc.url",
                        "jdbc:postgresql:%s?currentSchema=%s".formatted(database, service.schema())),
                Map.entry(
                        "quarkus.datasource.reactive.url",
                        "postgresql:%s?search_path=%s".formatted(database, service.schema())),
                Map.entry("quarkus.flyway.create-schemas", "true"),
                Map.entry("kafka.bootstrap.servers", "127.0.0.1:" + settings.kafkaPort()),
                Map.entry("quarkus.log.console.json.enabled", "false"),
                Map.entry("playcaller.auth.jwks", settings.url(Service.CONSOLE) + "/.well-known/jwks.json"),
                Map.entry("playcaller.auth.issuer", settings.url(Service.CONSOLE)),
                Map.entry("playcaller.clock.adjustable", "true"),
                Map.entry("playcaller.topics.create", "true"),
                Map.entry("playcaller.topics.customer-events-partitions", "8"),
                Map.entry("playcaller.topics.partitions", "4"),
                Map.entry("playcaller.topics.replication", "1"));
    }

    private void console(Map<String, String> config) {
        config.put("playcaller.console.bootstrap.email", secrets.adminEmail());
        config.put("playcaller.console.bootstrap.password", secrets.adminPassword());
        config.put("playcaller.console.signing-key", home.signingKey().toString());
        config.put("playcaller.console.services.health", settings.url(Service.HEALTH_SERVICE));
        config.put("playcaller.console.services.router", settings.url(Service.PLAY_ROUTER));
        config.put("playcaller.console.services.forecast", settings.url(Service.RENEWAL_FORECAST));
        config.put("playcaller.console.services.ingest", settings.url(Service.USAGE_INGEST));
    }

    private void ingest(Map<String, String> config) {
        config.put("quarkus.redis.hosts", "redis://127.0.0.1:" + settings.redisPort());
        config.put("playcaller.ingest.tick", "PT1S");
        config.put("playcaller.ingest.outage-grace", "PT10S");
        source(config, Secrets.WEB, "usage,feedback,success", "events");
        source(config, Secrets.SUPPORT_DESK, "support", "events");
        source(config, Secrets.CRM, "register", "events,register");
    }

    private void source(Map<String, String> config, String name, String feeds, String scopes) {
        String prefix = "playcaller.ingest.bootstrap.sources." + name;
        config.put(prefix + ".key", secrets.writeKey(name));
        config.put(prefix + ".feeds", feeds);
        config.put(prefix + ".scopes", scopes);
    }

    /** A backslash and an expression are text here. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("${", "\\\\${");
    }
}
