package io.playcaller.outbox.relay;

import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds the owned shards in which something waits. However often it is asked for, one runs and at most one follows. */
final class Sweep {

    private final OwnedShards owned;
    private final OutboxRows rows;
    private final RelayThreads threads;
    private final AtomicInteger wanted = new AtomicInteger();
    private final Trouble trouble = new Trouble("looking for waiting outbox records");

    Sweep(OwnedShards owned, OutboxRows rows, RelayThreads threads) {
        this.owned = owned;
        this.rows = rows;
        this.threads = threads;
    }

    void request() {
        if (wanted.getAndIncrement() == 0) {
            try {
                threads.timer().execute(this::run);
            } catch (RejectedExecutionException e) {
                if (!threads.timer().isShutdown()) {
                    throw e;
                }
            }
        }
    }

    private void run() {
        int seen;
        do {
            seen = wanted.get();
            attempt();
        } while (!wanted.compareAndSet(seen, 0));
    }

    private void attempt() {
        try {
            Set<Integer> shards = owned.shards();
            if (!shards.isEmpty()) {
                rows.waiting(shards).forEach(owned::poke);
            }
            trouble.over();
        } catch (RuntimeException e) {
            trouble.failed(e);
        }
    }
}
