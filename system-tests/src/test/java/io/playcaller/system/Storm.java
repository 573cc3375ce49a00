package io.playcaller.system;

import io.playcaller.embedded.KafkaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A door, a health-service behind it, and a broker between them that, like the door, is killed while somebody sends. */
final class Storm implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofSeconds(12);

    private static final int BROKER_HEAP_MEGABYTES = 384;

    private final KafkaProcess broker;
    private final ServiceProcess ingest;
    private final ServiceProcess health;
    private int kills;

    Storm(Path home) {
        broker = broker(home.resolve("broker"));
        ingest = start("usage-ingest", "ingest", home, Installation.ingestConfig());
        health = start("health-service", "health", home, Installation.healthConfig());
        ingest.awaitReady();
        health.awaitReady();
    }

    private static KafkaProcess broker(Path directory) {
        try {
            return new KafkaProcess(directory, BROKER_HEAP_MEGABYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the broker started", e);
        }
    }

    private ServiceProcess start(String module, String schema, Path home, Map<String, String> own) {
        Map<String, String> config = new HashMap<>(own);
        config.put("kafka.bootstrap.servers", broker.address());
        return Installation.process(module, "storm-" + module, schema, home, config);
    }

    String door() {
        return ingest.url();
    }

    String broker() {
        return broker.address();
    }

    /** How many processes were killed so far. */
    int kills() {
        return kills;
    }

    /** Kills the door and the broker in turn, again and again, until {@code sending} has ended; what it came to. */
    <T> T over(CompletableFuture<T> sending) {
        for (boolean door = true; ; door = !door) {
            try {
                return sending.get(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillSending) {
                strike(door);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the sender failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while somebody sent", e);
            }
        }
    }

    private void strike(boolean door) {
        kills++;
        if (door) {
            ingest.kill();
            ingest.startAgain();
        } else {
            broker.kill();
            startBrokerAgain();
        }
        ingest.awaitReady();
    }

    private void startBrokerAgain() {
        try {
            broker.startAgain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the broker started", e);
        }
    }

    @Override
    public void close() {
        ingest.close();
        health.close();
        broker.close();
    }
}
