package io.playcaller.outbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A point at which a thread can be held, as SIGSTOP would: it says that it arrived and waits until it may go on. */
final class Gate {

    private static final long PATIENCE_S = 300;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** For the thread that is held. */
    void pass() {
        arrived.countDown();
        await(open, "nobody opened the gate");
    }

    void awaitArrival() {
        await(arrived, "nobody came to the gate");
    }

    void open() {
        open.countDown();
    }

    private static void await(CountDownLatch latch, String otherwise) {
        try {
            if (!latch.await(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new AssertionError(otherwise);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
