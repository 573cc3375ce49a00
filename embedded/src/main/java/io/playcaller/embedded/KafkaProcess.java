package io.playcaller.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A Kafka node in a process of its own, so that it can be killed, and what it needs be told from what others do. It comes back
 * on its port with its data.
 */
public final class KafkaProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private final Path directory;
    private final int heapMegabytes;
    private final int port = LoopbackPorts.free();
    private JavaProcess process;

    /**
     * Returns when clients get answers.
     *
     * @param directory for its output, {@code kafka.log}, and in {@code data} for what it keeps
     */
    public KafkaProcess(Path directory, int heapMegabytes) throws IOException, InterruptedException {
        this.directory = directory;
        this.heapMegabytes = heapMegabytes;
        this.process = launch();
    }

    /** The child: a node that runs until somebody ends it. */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        new CountDownLatch(1).await();
    }

    public String address() {
        return LoopbackPorts.HOST + ":" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL. What it acknowledged is in the page cache of the machine, which lives on. */
    public void kill() {
        process.kill();
    }

    /** After {@link #kill}; returns when clients get answers. */
    public void startAgain() throws IOException, InterruptedException {
        process = launch();
    }

    private JavaProcess launch() throws IOException, InterruptedException {
        JavaProcess launched = new JavaProcess(
                "kafka",
                directory,
                heapMegabytes,
                List.of(
                        "-cp",
                        JavaProcess.classPath(),
                        KafkaProcess.class.getName(),
                        directory.resolve("data").toAbsolutePath().toString(),
                        Integer.toString(port)));
        try {
            awaitAnswer(launched);
            return launched;
        } catch (IOException | InterruptedException e) {
            launched.close();
            throw e;
        }
    }

    private void awaitAnswer(JavaProcess launched) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!answers()) {
            launched.requireAlive();
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

    @Override
    public void close() {
        process.close();
    }
}
