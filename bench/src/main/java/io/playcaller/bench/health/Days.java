package io.playcaller.bench.health;

import io.playcaller.bench.LogSender;
import io.playcaller.bench.MemoryReading;
import io.playcaller.bench.health.ServiceFigures.Held;
import io.playcaller.bench.health.ServiceFigures.Midnight;
import io.playcaller.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a service holds that has claimed every partition, and what it takes it when only time passes. */
final class Days {

    private static final int MIDNIGHTS = 3;
    private static final double NANOS = 1e9;
    private static final Duration LOOK_EACH = Duration.ofMillis(50);
    private static final Duration READY_WITHIN = Duration.ofMinutes(10);

    private final Ground ground;
    private final EmbeddedPostgres postgres;

    Days(Ground ground, EmbeddedPostgres postgres) {
        this.ground = ground;
        this.postgres = postgres;
    }

    /** Bytes in use after a collection. */
    long heapOf(ServiceContender service) throws IOException, InterruptedException {
        return new MemoryReading(service.address(), service.pid()).read().heapBytes();
    }

    /**
     * @param service was started just now, and all that is on the log is folded
     * @param warmHeapBytes of its forerunner
     */
    Held of(ServiceContender service, long warmHeapBytes) throws IOException, InterruptedException {
        long began = System.nanoTime();
        // Something to fold, so that it can be seen when the window was read again.
        sendTicks(ground.log().now().plus(CustomerLog.TICK));
        double claimed =
                await(service, began, () -> service.claims() >= ground.load().partitions());
        double ready = await(service, began, () -> service.folded() >= ground.records());
        long held = heapOf(service);
        List<Midnight> midnights = new ArrayList<>();
        for (int i = 0; i < MIDNIGHTS; i++) {
            midnights.add(midnight(service));
        }
        return new Held(warmHeapBytes, held, claimed, ready, midnights);
    }

    private interface Question {
        boolean answered() throws IOException, InterruptedException;
    }

    private static double await(ServiceContender service, long began, Question question)
            throws IOException, InterruptedException {
        while (!question.answered()) {
            service.requireAlive();
            if (System.nanoTime() - began > READY_WITHIN.toNanos()) {
                throw new IOException(
                        "the service is not there again after %d min".formatted(READY_WITHIN.toMinutes()));
            }
            Thread.sleep(LOOK_EACH.toMillis());
        }
        return (System.nanoTime() - began) / NANOS;
    }

    private Midnight midnight(ServiceContender service) throws IOException, InterruptedException {
        Instant at = ground.log().now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        long due = service.dueBy(at);
        long before = service.changes();
        long folded = ground.records();
        ground.say("%s: %d accounts are due".formatted(at, due));
        Counting tick = new Counting() {
            @Override
            public void begins() throws IOException {
                sendTicks(at);
            }
        };
        FoldFigures took = ground.stopwatch(postgres)
                .watch(service, tick, folded, folded + ground.load().partitions());
        return new Midnight(at.toString(), due, service.changes() - before, took.counted());
    }

    private void sendTicks(Instant at) throws IOException {
        try (LogSender sender = LogSender.atOnce(ground.broker())) {
            ground.log().leapTo(at, sender::send);
            sender.flush();
        }
    }
}
