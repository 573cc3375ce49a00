package io.playcaller.bench.health;

import io.playcaller.embedded.EmbeddedKafka;
import io.playcaller.embedded.LoopbackPorts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka node in a process of its own, so that what it needs can be told from what others do. */
final class Broker implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final int HEAP_MEGABYTES = 768;

    private final JavaProcess process;
    private final int port = LoopbackPorts.free();

    /** Returns when clients get answers. */
    Broker(Path directory) throws IOException, InterruptedException {
        process = new JavaProcess(
                "kafka",
                directory,
                HEAP_MEGABYTES,
                List.of(
                        "-cp",
                        classPath(),
                        Broker.class.getName(),
                        directory.resolve("data").toString(),
                        Integer.toString(port)));
        try {
            awaitAnswer();
        } catch (IOException | InterruptedException e) {
            process.close();
            throw e;
        }
    }

    /** The child: a node that runs until somebody ends it. */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        new CountDownLatch(1).await();
    }

    /** This JVM's, for a process in another directory. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!answers()) {
            process.requireAlive();
            if (System.nanoTime() > deadline) {
                throw new IOException("Kafka did not answer within " + READY_WITHIN.toSeconds() + " s");
            }
        }
    }

    private boolean answers() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2_000))) {
            return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).size() == 1;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
