package io.playcaller.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Lanes, each of which sends its next request as soon as its last one is answered. */
final class FullSpeed {

    private final Sender sender;
    private final Shape shape;
    private final int lanes;

    FullSpeed(Sender sender, Shape shape, int lanes) {
        this.sender = sender;
        this.shape = shape;
        this.lanes = lanes;
    }

    /** Returns how many requests were answered, once the last of them is. */
    long run(Duration length) throws IOException, InterruptedException {
        long until = System.nanoTime() + length.toNanos();
        AtomicLong answered = new AtomicLong();
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            next(until, answered, end);
            ends.add(end);
        }
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        }
        return answered.get();
    }

    private void next(long until, AtomicLong answered, CompletableFuture<Void> end) {
        var unused = send().whenComplete((stored, fault) -> {
            if (fault != null) {
                end.completeExceptionally(fault);
                return;
            }
            answered.incrementAndGet();
            if (System.nanoTime() - until < 0) {
                next(until, answered, end);
            } else {
                end.complete(null);
            }
        });
    }

    /** A request that cannot be made fails as one that is refused: what is thrown in a lane nobody would hear. */
    private CompletableFuture<Void> send() {
        try {
            return sender.send(shape);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
