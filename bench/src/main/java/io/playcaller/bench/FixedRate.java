package io.playcaller.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Requests that are due at fixed times, whether those before them are answered or not. One that is due while as many are in
 * flight as may be waits for its turn, and its wait counts: a sender with that many connections.
 */
public final class FixedRate {

    /** Of batches of 100 half of what the door takes into work at once ({@code limits.events-in-work}). */
    private static final int MOST_IN_FLIGHT = 100;

    /** More than this behind: the service does not keep up, and what waits here would be measured instead of it. */
    static final Duration MOST_BEHIND = Duration.ofSeconds(5);

    private final Supplier<? extends CompletableFuture<?>> request;
    private final String what;
    private final double requestsPerSecond;
    private final Duration mostBehind;

    FixedRate(Sender sender, Shape shape, double requestsPerSecond) {
        this(sender, shape, requestsPerSecond, MOST_BEHIND);
    }

    /** @param mostBehind of a request that is due and finds no room; else the service does not keep up */
    FixedRate(Sender sender, Shape shape, double requestsPerSecond, Duration mostBehind) {
        this(() -> sender.send(shape), shape.toString(), requestsPerSecond, mostBehind);
    }

    /**
     * @param request sends the next; completes when it is answered, and fails when that is no answer
     * @param what is asked for
     */
    public FixedRate(Supplier<? extends CompletableFuture<?>> request, String what, double requestsPerSecond) {
        this(request, what, requestsPerSecond, MOST_BEHIND);
    }

    private FixedRate(
            Supplier<? extends CompletableFuture<?>> request,
            String what,
            double requestsPerSecond,
            Duration mostBehind) {
        this.request = request;
        this.what = what;
        this.requestsPerSecond = requestsPerSecond;
        this.mostBehind = mostBehind;
    }

    /** @throws IOException when a request is refused, or the service does not keep up */
    public Latencies run(Duration length) throws IOException, InterruptedException {
        int requests = Math.max(1, (int) (requestsPerSecond * length.toMillis() / 1_000));
        List<CompletableFuture<Long>> answers = new ArrayList<>(requests);
        Semaphore room = new Semaphore(MOST_IN_FLIGHT);
        long began = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            long due = began + (long) (i * 1e9 / requestsPerSecond);
            awaitTime(due);
            requireRoom(room, due);
            answers.add(request.get()
                    .whenComplete((answer, fault) -> room.release())
                    .thenApply(answer -> System.nanoTime() - due));
        }
        return latencies(answers);
    }

    private void requireRoom(Semaphore room, long due) throws IOException, InterruptedException {
        long left = mostBehind.toNanos() - (System.nanoTime() - due);
        if (!room.tryAcquire(left, TimeUnit.NANOSECONDS)) {
            throw new IOException("%s: %.0f requests a second are too many for it".formatted(what, requestsPerSecond));
        }
    }

    private static Latencies latencies(List<CompletableFuture<Long>> answers) throws IOException, InterruptedException {
        try {
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get();
            return Latencies.of(
                    answers.stream().mapToLong(CompletableFuture::join).toArray());
        } catch (ExecutionException | CompletionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        }
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
