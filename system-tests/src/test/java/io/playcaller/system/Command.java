package io.playcaller.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.embedded.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The packaged command with the packaged services: an installation of its own on free ports, as a newcomer has it. */
final class Command implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> SERVICES =
            List.of("console", "usage-ingest", "health-service", "play-router", "renewal-forecast");
    /** What bench health and bench timers compare with. */
    private static final String PEER = "bench-peer";

    private static final List<String> SERVERS = List.of("kafka", "postgres", "redis");

    private final JsonHttp http = new JsonHttp();
    private final Path root;
    private final Map<String, String> environment;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private String token = "";
    private int runs;

    /** @param environment of the services, on top of this JVM's */
    Command(Path directory, Map<String, String> environment) throws IOException {
        this.root = directory.toRealPath();
        this.environment = environment;
        for (String service : SERVICES) {
            Files.createSymbolicLink(root.resolve(service), ServiceProcess.MODULES.resolve(service));
            ports.put(service, freePort());
        }
        Files.createSymbolicLink(root.resolve(PEER), ServiceProcess.MODULES.resolve(PEER));
        SERVERS.forEach(server -> ports.put(server, freePort()));
    }

    private int freePort() {
        int port = LoopbackPorts.free();
        return ports.containsValue(port) ? freePort() : port;
    }

    /** What a command said, and how it ended. */
    record Said(int exitCode, String text) {}

    /** {@code up --detach} on its own ports. */
    Said up() {
        List<String> arguments = new ArrayList<>(List.of("up", "--detach"));
        ports.forEach((part, port) -> arguments.add("--%s-port=%d".formatted(part, port)));
        return run(arguments.toArray(String[]::new));
    }

    Said run(String... arguments) {
        Path output = root.resolve("said-" + ++runs);
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dplaycaller.root=" + root,
                "-jar",
                ServiceProcess.MODULES.resolve("cli/target/playcaller.jar").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(line + " still runs: " + Files.readString(output));
            }
            return new Said(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What a service answers to the first administrator. */
    JsonNode get(String service, String path) {
        if (token.isEmpty()) {
            token = run("token").text().strip();
        }
        return http.ask(HttpRequest.newBuilder(url(service, path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** Sends an event to the door with the key of a source, as the product would. */
    JsonNode send(String source, JsonNode cloudEvent) {
        String key = writeKey(source) + ":";
        return http.ask(HttpRequest.newBuilder(url("usage-ingest", "/v1/events"))
                .header("Content-Type", "application/cloudevents+json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(cloudEvent.toString()))
                .build());
    }

    private URI url(String service, String path) {
        return URI.create("http://127.0.0.1:" + ports.get(service) + path);
    }

    private String writeKey(String source) {
        Properties secrets = new Properties();
        try (var file = Files.newBufferedReader(root.resolve(".playcaller/secrets.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("write-key." + source);
    }

    /** Its processes, whoever started them: each has the directory on its command line. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(root.toString()))
                .toList();
    }

    /** Ends what a test that failed left, and takes the links to the services away. */
    @Override
    public void close() throws IOException {
        processes().forEach(ProcessHandle::destroyForcibly);
        for (String service : SERVICES) {
            Files.delete(root.resolve(service));
        }
        Files.delete(root.resolve(PEER));
    }
}
