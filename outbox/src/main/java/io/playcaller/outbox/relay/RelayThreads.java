package io.playcaller.outbox.relay;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The relay's own threads; no event loop is ever blocked.
 *
 * @param workers send
 * @param timer looks for waiting records
 * @param ownership one thread, so that what is owned changes in one order
 */
public record RelayThreads(
        ExecutorService workers, ScheduledExecutorService timer, ScheduledExecutorService ownership) {

    private static final long STOP_WITHIN_S = 10;

    /** @param senders how many shards are sent at once */
    public static RelayThreads start(int senders) {
        return new RelayThreads(
                Executors.newFixedThreadPool(senders, named("outbox-sender")),
                Executors.newSingleThreadScheduledExecutor(named("outbox-timer")),
                Executors.newSingleThreadScheduledExecutor(named("outbox-ownership")));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        };
    }

    void later(Runnable task, long delayMs) {
        try {
            var unused = timer.schedule(task, delayMs, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            if (!timer.isShutdown()) {
                throw e;
            }
        }
    }

    void every(ScheduledExecutorService thread, Runnable task, long periodMs) {
        var unused = thread.scheduleWithFixedDelay(task, 0, periodMs, TimeUnit.MILLISECONDS);
    }

    /** Lets running work end. */
    static void stop(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_WITHIN_S, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
