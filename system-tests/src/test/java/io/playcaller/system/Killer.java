package io.playcaller.system;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Kills one of several processes at random, again and again, each time when all of them work. One that ends by itself while it
 * starts, since what it needs was taken away meanwhile, is started again, as whoever supervises services does.
 */
final class Killer implements AutoCloseable {

    private final List<ServiceProcess> victims;
    private final Random random;
    private final Thread thread = new Thread(this::kill, "killer");
    private final AtomicInteger kills = new AtomicInteger();
    private final LongPredicate mayEnd;
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException fault;

    /**
     * @param mayEnd whether one that was started then ({@link System#nanoTime}) may have ended by itself; else it is a fault
     */
    Killer(List<ServiceProcess> victims, long seed, LongPredicate mayEnd) {
        this.victims = List.copyOf(victims);
        this.mayEnd = mayEnd;
        this.random = new Random(seed);
        thread.start();
    }

    private void kill() {
        try {
            while (!stopping) {
                victims.forEach(victim -> victim.awaitReady(mayEnd));
                ServiceProcess victim = victims.get(random.nextInt(victims.size()));
                victim.kill();
                victim.startAgain();
                kills.incrementAndGet();
            }
            victims.forEach(victim -> victim.awaitReady(mayEnd));
        } catch (RuntimeException e) {
            fault = e;
        }
    }

    int kills() {
        return kills.get();
    }

    /** Returns when all of them work; fails when one of them did not come back. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        if (fault != null) {
            throw new IllegalStateException("a process that was killed does not come back", fault);
        }
    }
}
