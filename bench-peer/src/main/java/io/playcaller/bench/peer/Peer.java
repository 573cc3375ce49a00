package io.playcaller.bench.peer;

import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.model.in.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** The process: folds the log until it is asked to end, and leaves behind how many accounts it has then. */
public final class Peer {

    /** The file in its directory that says at the end how many accounts it keeps. */
    static final String ACCOUNTS = "accounts";

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);
    private static final int FAILED = 1;

    private final PeerSettings settings;
    private final KafkaStreams streams;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean failed;

    private Peer(PeerSettings settings) {
        this.settings = settings;
        HealthEngine engine = new HealthEngine(
                ModelFolder.read("the peer's model", Optional.empty()).model());
        this.streams = new KafkaStreams(HealthTopology.of(engine, settings.prefix()), settings.streams());
    }

    /** @param arguments BROKER DIRECTORY PREFIX COMMIT-MILLISECONDS */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new Peer(PeerSettings.of(arguments)).run());
    }

    private int run() throws InterruptedException {
        streams.setUncaughtExceptionHandler(fault -> {
            fault.printStackTrace();
            failed = true;
            ended.countDown();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        streams.start();
        ended.await();
        return FAILED;
    }

    private void close() {
        try {
            if (!failed) {
                countAccounts();
            }
        } finally {
            streams.close(CLOSE_WITHIN);
        }
    }

    private void countAccounts() {
        var accounts = streams.store(StoreQueryParameters.fromNameAndType(
                HealthTopology.ACCOUNTS, QueryableStoreTypes.<String, byte[]>keyValueStore()));
        long count = 0;
        try (var all = accounts.all()) {
            while (all.hasNext()) {
                all.next();
                count++;
            }
        }
        try {
            Files.writeString(settings.directory().resolve(ACCOUNTS), Long.toString(count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
