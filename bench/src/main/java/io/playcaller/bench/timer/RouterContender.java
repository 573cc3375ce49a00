package io.playcaller.bench.timer;

import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.JavaProcess;
import io.playcaller.embedded.LoopbackPorts;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** play-router as it is packaged, with a team of twelve. */
final class RouterContender implements TimerContender {

    static final String NAME = "play-router";

    private static final String SCHEMA = TimerTables.ROUTER.schema();
    private static final int TEAM = 12;

    /** Each signal of the measurement begins a run. */
    private static final String WIDE = "1000000";

    private static final int PATIENCE_MILLIS = 1_000;

    private final JavaProcess process;
    private final int port;

    private RouterContender(JavaProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param webhook where deliveries go; null for nowhere */
    static RouterContender start(
            TimerTerms terms, Path directory, String broker, EmbeddedPostgres postgres, @Nullable URI webhook)
            throws IOException {
        int port = LoopbackPorts.free();
        Path rules = directory.resolve("rules");
        Files.createDirectories(rules);
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(rules.resolve("directory.yaml"), people());
        Files.writeString(rules.resolve("coverage.yaml"), coverage());
        Map<String, String> settings = settings(port, broker, postgres);
        settings.put("playcaller.router.config-dir", rules.toAbsolutePath().toString());
        if (webhook != null) {
            settings.put("playcaller.router.webhook.url", webhook.toString());
            settings.put("playcaller.router.webhook.secret", WebhookReceiver.SECRET);
            settings.put("playcaller.router.webhook.allow", "127.0.0.0/8");
        }
        settings.put("playcaller.router.timers.poll", terms.poll().toMillis() + "ms");
        Files.writeString(
                directory.resolve("config/application.properties"),
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        return new RouterContender(
                new JavaProcess(
                        NAME,
                        directory,
                        terms.heapMegabytes(),
                        List.of("-jar", terms.service().toString())),
                port);
    }

    /** No limit of a day: a measurement makes more tasks than people could do. */
    private static String coverage() {
        return """
                day: {tasks: 0, ahead: 5}
                pools: {share: 100, fairness: 20, overlap-hours: 2}
                tiers: {}
                watch: {warn-at: 90, breach-after: 10}
                """;
    }

    private static String people() {
        String lead = "  - {id: lea, name: Lea, email: lea@bench.test, roles: [team-lead]}\n";
        return IntStream.range(0, TEAM)
                .mapToObj(i -> ("  - {id: csm-%d, name: Csm %d, email: csm-%d@bench.test, roles: [csm], pools: [csm],"
                                + " manager: lea}%n")
                        .formatted(i, i, i))
                .collect(Collectors.joining("", "people:\n" + lead, ""));
    }

    private static Map<String, String> settings(int port, String broker, EmbeddedPostgres postgres) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("quarkus.datasource.username", EmbeddedPostgres.USER);
        settings.put("quarkus.datasource.password", EmbeddedPostgres.PASSWORD);
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl() + "?currentSchema=" + SCHEMA);
        settings.put("quarkus.datasource.reactive.url", postgres.reactiveUrl() + "?search_path=" + SCHEMA);
        settings.put("quarkus.flyway.create-schemas", "true");
        settings.put("quarkus.log.console.json.enabled", "false");
        settings.put("kafka.bootstrap.servers", broker);
        settings.put("playcaller.topics.create", "true");
        settings.put("playcaller.topics.partitions", "4");
        settings.put("playcaller.topics.replication", "1");
        settings.put("playcaller.router.brake.least", WIDE);
        return settings;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void requireAlive() throws IOException {
        process.requireAlive();
    }

    @Override
    public boolean ready() throws IOException {
        HttpURLConnection asked = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                .toURL()
                .openConnection();
        asked.setConnectTimeout(PATIENCE_MILLIS);
        asked.setReadTimeout(PATIENCE_MILLIS);
        try {
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        } finally {
            asked.disconnect();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
