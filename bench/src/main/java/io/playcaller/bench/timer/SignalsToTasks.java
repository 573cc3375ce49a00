package io.playcaller.bench.timer;

import io.playcaller.bench.Database;
import io.playcaller.bench.Latencies;
import io.playcaller.bench.LogSender;
import io.playcaller.bench.Waiting;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Signals that are due on Kafka at fixed times, each of an account of its own, whether those before them have tasks or not. One
 * counts from when it was <em>due</em> to the commit of its task, from which on it is read over HTTP; its delivery from there to
 * the request at the webhook.
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
    private final WebhookReceiver webhook;

    SignalsToTasks(String broker, Database database, WebhookReceiver webhook) {
        this.broker = broker;
        this.database = database;
        this.webhook = webhook;
    }

    /**
     * To be called once.
     *
     * @param warmUp of what is due in it, nothing counts
     */
    SignalFigures run(int perSecond, Duration warmUp, Duration length) throws IOException, InterruptedException {
        int signals = (int) (perSecond * warmUp.plus(length).toSeconds());
        Instant base;
        try (LogSender sender = LogSender.atOnce(broker)) {
            base = Instant.now();
            send(sender, signals, perSecond, base);
        }
        Waiting.until("each signal has its task", () -> database.number(TASKS) == signals);
        int notCounted = (int) (perSecond * warmUp.toSeconds());
        List<String> commits = database.texts(COMMITS);
        Waiting.until(
                "each task has come to the webhook", () -> webhook.received().size() >= signals);
        long[] tasks = new long[signals - notCounted];
        long[] deliveries = new long[tasks.length];
        for (int i = 0; i < tasks.length; i++) {
            int signal = notCounted + i;
            long commit = nanosOf(commits.get(signal));
            tasks[i] = commit - sinceEpoch(due(base, signal, perSecond));
            deliveries[i] = sinceEpoch(received(ACCOUNT + signal)) - commit;
        }
        return new SignalFigures(Latencies.of(tasks), Latencies.of(deliveries));
    }

    private Instant received(String account) throws IOException {
        Instant at = webhook.received().get(account);
        if (at == null) {
            throw new IOException("nothing came to the webhook about " + account);
        }
        return at;
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
