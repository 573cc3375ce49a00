package io.playcaller.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node in this JVM, broker and controller in one (KRaft). It formats its directory on the first start and finds
 * topics, offsets and transactions there on the next, also on other ports. Topics are not created by use.
 *
 * <p>A node that cannot go on, as on a full disk, says so through {@link #ended()} and leaves this JVM running, but is of
 * no more use: what it held is freed when the JVM ends.
 */
public final class EmbeddedKafka implements BackingService {

    /** The option that moves the broker to another port. */
    public static final String PORT_OPTION = "--kafka-port";

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final int port;
    private final Duration startTook;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final IntConsumer gaveUp = ended::complete;
    private boolean closed;

    private EmbeddedKafka(DirectoryLock lock, KafkaRaftServer server, int port, Duration startTook) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.startTook = startTook;
        KafkaExit.tell(gaveUp);
    }

    /**
     * Starts a node and returns when it accepts clients.
     *
     * @param directory where it keeps its data
     * @param port the port for clients, or 0 for a free one
     * @throws PortTakenException if the port belongs to somebody else
     * @throws BackingServiceException if the directory is in use or the node does not start
     */
    public static EmbeddedKafka start(Path directory, int port) {
        Stopwatch watch = new Stopwatch();
        KafkaExit.intercept();
        int clientPort = LoopbackPorts.claim(port, PORT_OPTION);
        DirectoryLock lock = DirectoryLock.acquire(directory, "Kafka");
        try {
            KafkaRaftServer server = startServer(directory, clientPort);
            return new EmbeddedKafka(lock, server, clientPort, watch.elapsed());
        } catch (Exception e) {
            lock.close();
            throw new BackingServiceException(
                    "Kafka did not start on port %d in %s".formatted(clientPort, directory), e);
        }
    }

    private static KafkaRaftServer startServer(Path directory, int clientPort) throws Exception {
        Path logDirectory = directory.resolve("log").toAbsolutePath();
        var config = KafkaConfig.fromProps(
                KafkaNodeSettings.properties(logDirectory, clientPort, LoopbackPorts.free()), false);
        if (!Files.exists(logDirectory.resolve("meta.properties"))) {
            format(logDirectory);
        }
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return server;
    }

    private static void format(Path logDirectory) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(KafkaNodeSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(KafkaNodeSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(logDirectory.toString())
                .setDirectories(List.of(logDirectory.toString()))
                .setHasDynamicQuorum(false)
                .run();
    }

    /** The value of {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return address();
    }

    /** The port for clients. */
    public int port() {
        return port;
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public String address() {
        return LoopbackPorts.HOST + ":" + port;
    }

    @Override
    public Duration startTook() {
        return startTook;
    }

    @Override
    public long pid() {
        return 0;
    }

    @Override
    public CompletableFuture<OptionalInt> ended() {
        return ended.thenApply(OptionalInt::of);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            // A node that gave up would wait for itself when it is shut down, for minutes.
            if (ended.complete(0)) {
                server.shutdown();
                server.awaitShutdown();
            }
        } finally {
            KafkaExit.forget(gaveUp);
            lock.close();
        }
    }
}
