package io.playcaller.bench.health;

import io.playcaller.bench.Latencies;
import io.playcaller.bench.LogSender;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * Facts that are due at fixed times, whether those before them are folded or not, and among them fifty a second that open a
 * signal at once, each of a customer of its own. A signal counts from when its fact was <em>due</em>, so that whoever stands
 * still for a while, the sender too, delays all that was due meanwhile.
 */
final class HalfLoad {

    private static final int SIGNALS_PER_SECOND = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double NANOS = 1e9;

    private final Ground ground;
    private final List<String> keys = new ArrayList<>();
    private final List<Long> dueAt = new ArrayList<>();

    HalfLoad(Ground ground) {
        this.ground = ground;
    }

    /**
     * To be called once.
     *
     * @param warmUp of what is due in it, nothing counts
     * @throws IOException when a signal does not come within a minute of the last fact
     */
    Latencies run(double perSecond, Duration warmUp, Duration length) throws IOException, InterruptedException {
        long facts = (long) (perSecond * warmUp.plus(length).toSeconds());
        long every = Math.max(1, (long) perSecond / SIGNALS_PER_SECOND);
        try (LogSender sender = LogSender.atOnce(ground.broker());
                SignalReader reader = new SignalReader(ground.broker())) {
            for (int customer = 0; customer <= facts / every; customer++) {
                ground.log()
                        .register(
                                ground.load().accounts() + customer,
                                ground.log().now(),
                                sender::send);
            }
            sender.flush();
            reader.start();
            send(sender, perSecond, facts, every);
            return latencies(reader.await(keys, PATIENCE), (int) (warmUp.toSeconds() * perSecond / every));
        }
    }

    private void send(LogSender sender, double perSecond, long facts, long every)
            throws IOException, InterruptedException {
        CustomerLog log = ground.log();
        Instant base = log.now();
        long began = System.nanoTime();
        for (long i = 0; i < facts; i++) {
            long due = began + (long) (i * NANOS / perSecond);
            awaitTime(due);
            Instant at = base.plusNanos(due - began);
            log.tickUpTo(at, sender::send);
            if (i % every == 0) {
                int customer = ground.load().accounts() + keys.size();
                keys.add(CustomerFacts.id(customer));
                dueAt.add(due);
                sender.send(log.detractor(customer, at));
            } else {
                sender.send(log.next(at));
            }
        }
        sender.flush();
    }

    private Latencies latencies(Map<String, Long> readAt, int notCounted) {
        long[] nanos = new long[keys.size() - notCounted];
        for (int i = 0; i < nanos.length; i++) {
            int signal = notCounted + i;
            nanos[i] = Objects.requireNonNull(readAt.get(keys.get(signal)), "each signal was read") - dueAt.get(signal);
        }
        return Latencies.of(nanos);
    }

    private static void awaitTime(long due) throws InterruptedException {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
