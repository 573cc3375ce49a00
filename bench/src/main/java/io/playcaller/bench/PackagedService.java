package io.playcaller.bench;

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

/** A service as it is packaged, on loopback, with a schema of its own. */
public final class PackagedService implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 1_000;

    private final JavaProcess process;
    private final int port;

    private PackagedService(JavaProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param program its {@code quarkus-run.jar}
     * @param directory for its output, and in {@code config} for its settings
     * @param settings beside the port
     */
    public static PackagedService start(
            String name, Path program, Path directory, int heapMegabytes, Map<String, String> settings)
            throws IOException {
        int port = LoopbackPorts.free();
        Map<String, String> all = new TreeMap<>(settings);
        all.put("quarkus.http.port", Integer.toString(port));
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(
                directory.resolve("config/application.properties"),
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        return new PackagedService(
                new JavaProcess(name, directory, heapMegabytes, List.of("-jar", program.toString())), port);
    }

    /** What all services are told: where Kafka and PostgreSQL are; they make their topics and tables. */
    public static Map<String, String> settings(String schema, String broker, EmbeddedPostgres postgres) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("quarkus.datasource.username", EmbeddedPostgres.USER);
        settings.put("quarkus.datasource.password", EmbeddedPostgres.PASSWORD);
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl() + "?currentSchema=" + schema);
        settings.put("quarkus.datasource.reactive.url", postgres.reactiveUrl() + "?search_path=" + schema);
        settings.put("quarkus.flyway.create-schemas", "true");
        settings.put("quarkus.log.console.json.enabled", "false");
        settings.put("kafka.bootstrap.servers", broker);
        settings.put("playcaller.topics.create", "true");
        settings.put("playcaller.topics.partitions", "4");
        settings.put("playcaller.topics.replication", "1");
        return settings;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public long pid() {
        return process.pid();
    }

    /** What it said and says. */
    public Path output() {
        return process.output();
    }

    /** @throws IOException when it ended */
    public void requireAlive() throws IOException {
        process.requireAlive();
    }

    /** Whether it says that it is ready. */
    public boolean ready() throws IOException {
        HttpURLConnection asked =
                (HttpURLConnection) address().resolve("/q/health/ready").toURL().openConnection();
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
