package io.playcaller.system;

import static org.awaitility.Awaitility.await;

import io.playcaller.embedded.LoopbackPorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** A packaged service as a child process on a port of its own, which it keeps when it is started again. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration HTTP_WITHIN = Duration.ofSeconds(30);
    static final Path MODULES = Path.of(System.getProperty("playcaller.system.modules", ".."))
            .toAbsolutePath()
            .normalize();
    static final Path LOGS =
            Path.of(System.getProperty("playcaller.system.logs", "target/logs")).toAbsolutePath();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(HTTP_WITHIN).build();
    private final String name;
    private final Path program;
    private final Path directory;
    private final int port = LoopbackPorts.free();
    private Process process;
    private long startedNanos;

    /**
     * @param module directory of the service
     * @param name of this process, unlike others of the same service
     */
    ServiceProcess(String module, String name, Path home, Map<String, String> config) {
        this.name = name;
        this.program = MODULES.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        this.directory = home.resolve(name);
        Map<String, String> all = new TreeMap<>(config);
        all.put("quarkus.http.port", Integer.toString(port));
        write(directory.resolve("config/application.properties"), all);
        this.process = launch(ProcessBuilder.Redirect::to);
    }

    private static void write(Path file, Map<String, String> properties) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    properties.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch(Function<File, ProcessBuilder.Redirect> output) {
        if (!Files.exists(program)) {
            throw new IllegalStateException(program + " is missing: build the services first (mvn package)");
        }
        startedNanos = System.nanoTime();
        try {
            Files.createDirectories(LOGS);
            return new ProcessBuilder(command())
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.apply(logFile().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return LOGS.resolve(name + ".log");
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=America/St_Johns",
                "-jar",
                program.toString());
    }

    String name() {
        return name;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void awaitReady() {
        awaitReady(started -> false);
    }

    /**
     * The same under a supervisor.
     *
     * @param mayEnd whether, having been started then ({@link System#nanoTime}), it may have ended by itself: it is started again
     */
    void awaitReady(LongPredicate mayEnd) {
        await(name + " is ready")
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive() && mayEnd.test(startedNanos)) {
                        startAgain();
                    }
                    return ready();
                });
    }

    private boolean ready() {
        if (!process.isAlive()) {
            throw new IllegalStateException("%s ended with %d; see %s".formatted(name, process.exitValue(), logFile()));
        }
        return get("/q/health/ready").map(answer -> answer.statusCode() == 200).orElse(false);
    }

    /** The sum of a counter over its labels; 0 when the process does not answer or does not have it. */
    double metric(String metric) {
        return get("/q/metrics").map(answer -> sum(answer.body(), metric)).orElse(0.0);
    }

    private static double sum(String body, String metric) {
        return body.lines()
                .filter(line -> line.startsWith(metric + " ") || line.startsWith(metric + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Optional<HttpResponse<String>> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(HTTP_WITHIN)
                .build();
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** SIGKILL: it has no chance to say goodbye to anybody. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM: it may finish what it has in work. */
    void terminate() {
        process.destroy();
    }

    void awaitEnd(Duration within) {
        await(name + " ends").atMost(within).until(() -> !process.isAlive());
    }

    /** Requests that have begun and are not answered, but for the one that asks. */
    double requestsInWork() {
        return metric("http_server_active_requests") - 1;
    }

    /** It says that it is not ready, which whoever spreads requests hears; requests that still come are answered. */
    boolean beganToEnd() {
        return get("/q/health/ready").map(answer -> answer.statusCode() == 503).orElse(false);
    }

    /** A new process of the same service; returns before it is ready. */
    void startAgain() {
        process = launch(ProcessBuilder.Redirect::appendTo);
    }

    /** SIGSTOP: it stands still and does not know it; its connections stay open. */
    void suspend() {
        signal("-STOP");
    }

    /** SIGCONT. */
    void goOn() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            int code = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill %s of %s answered %d".formatted(signal, name, code));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
