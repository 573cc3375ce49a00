package io.playcaller.system;

import static org.awaitility.Awaitility.await;

import io.playcaller.embedded.EmbeddedKafka;
import io.playcaller.embedded.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** A Kafka node in a process of its own, so that it can be killed; it comes back on its port with its data. */
final class Broker implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Path LOGS = Path.of("target", "logs").toAbsolutePath();

    private final Path directory;
    private final int port = LoopbackPorts.free();
    private Process process;

    Broker(Path directory) {
        this.directory = directory;
        start();
    }

    /** The child: a node that runs until somebody ends it. */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        new CountDownLatch(1).await();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** SIGKILL. What it acknowledged is in the page cache of the machine, which lives on. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Returns when clients get answers. */
    void start() {
        try {
            Files.createDirectories(LOGS);
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Broker.class.getName(),
                            directory.toString(),
                            Integer.toString(port)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            LOGS.resolve("broker.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("the broker answers").atMost(READY_WITHIN).until(this::answers);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the broker ended; see target/logs/broker.log");
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address(), "request.timeout.ms", 2_000))) {
            return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).size() == 1;
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
