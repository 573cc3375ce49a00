package io.playcaller.bench.timer;

import io.playcaller.bench.Latencies;
import io.playcaller.bench.health.LogSender;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Signals that are due on Kafka at fixed times, each of an account of its own, whether those before them have tasks or not. One
 * counts from when it was <em>due</em> to the commit of its task, from which on it is read over HTTP.
 */
final class SignalsToTasks {

    private static final String ACCOUNT = "signal-";
    private static final String TASKS = "select count(*) from router.task where account_id like '" + ACCOUNT + "%'";

    private static final String COMMITS = """
            select extract(epoch from pg_xact_commit_timestamp(xmin)) from router.task
            where account_id like '%s%%'
            order by substr(account_id, %d)::bigint""".formatted(ACCOUNT, ACCOUNT.length() + 1);

    private static final double NANOS = 1e9;
    private static final long SECOND = 1_000_000_000;
    private static final int NANO_DIGITS = 9;

    private final String broker;
    private final Database database;

    SignalsToTasks(String broker, Database database) {
        this.broker = broker;
        this.database = database;
    }

    /**
     * To be called once.
     *
     * @param warmUp of what is due in it, nothing counts
     */
    Latencies run(int perSecond, Duration warmUp, Duration length) throws IOException, InterruptedException {
        int signals = (int) (perSecond * warmUp.plus(length).toSeconds());
        Instant base;
        try (LogSender sender = LogSender.atOnce(broker)) {
            base = Instant.now();
            send(sender, signals, perSecond, base);
        }
        Waiting.until("each signal has its task", () -> database.number(TASKS) == signals);
        int notCounted = (int) (perSecond * warmUp.toSeconds());
        List<String> commits = database.texts(COMMITS);
        long[] nanos = new long[signals - notCounted];
        for (int i = 0; i < nanos.length; i++) {
            int signal = notCounted + i;
            nanos[i] = nanosOf(commits.get(signal)) - sinceEpoch(due(base, signal, perSecond));
        }
        return Latencies.of(nanos);
    }

    private static void send(LogSender sender, int signals, int perSecond, Instant base)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < signals; i++) {
            awaitTime(began + (long) (i * NANOS / perSecond));
            sender.send(BenchSignals.usageDrop(ACCOUNT + i, due(base, i, perSecond)));
        }
        sender.flush();
    }

    private static Instant due(Instant base, int signal, int perSecond) {
        return base.plusNanos((long) (signal * NANOS / perSecond));
    }

    private static long sinceEpoch(Instant instant) {
        return instant.getEpochSecond() * SECOND + instant.getNano();
    }

    /** Of seconds with six digits behind the point, which a double would not hold. */
    private static long nanosOf(String seconds) {
        return new BigDecimal(seconds).movePointRight(NANO_DIGITS).longValue();
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
