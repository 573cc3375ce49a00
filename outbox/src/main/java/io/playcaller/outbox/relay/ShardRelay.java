package io.playcaller.outbox.relay;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Relays one shard under one lease: fence, read, send, commit, delete, again. Runs on one thread at a time; pokes while it
 * runs make it run once more. The fence comes before the read, so that whoever sends has read after every earlier sender
 * was shut out: a record can come twice, but a key never goes back for good.
 */
final class ShardRelay {

    private static final Logger LOG = Logger.getLogger(ShardRelay.class);

    /** What a relay of a shard works with. */
    record Means(
            OutboxRows rows,
            ShardProducer.Factory producers,
            RelayStatistics statistics,
            RelayThreads threads,
            int batch) {}

    /** Hears that a relay stopped by itself: its lease is lost or the broker fenced it. */
    interface Dropped {
        void dropped(ShardRelay relay);
    }

    private final Lease lease;
    private final Means means;
    private final Dropped dropped;
    private final Executor workers;
    private final AtomicInteger wanted = new AtomicInteger();
    private final Trouble trouble;
    private volatile boolean stopped;

    // Of the running thread only.
    private @Nullable ShardProducer producer;
    private long notBefore = System.nanoTime();

    ShardRelay(Lease lease, Means means, Dropped dropped) {
        this.lease = lease;
        this.means = means;
        this.dropped = dropped;
        this.workers = means.threads().workers();
        this.trouble = new Trouble("relaying outbox shard " + lease.shard());
    }

    Lease lease() {
        return lease;
    }

    void poke() {
        if (wanted.getAndIncrement() == 0) {
            workers.execute(this::run);
        }
    }

    /** Stops after the batch that is under way. */
    void stop() {
        stopped = true;
        poke();
    }

    private void run() {
        int seen;
        do {
            seen = wanted.get();
            attempt();
        } while (!wanted.compareAndSet(seen, 0));
    }

    private void attempt() {
        if (stopped) {
            closeProducer();
            return;
        }
        if (System.nanoTime() - notBefore < 0) {
            return;
        }
        try {
            drain();
            trouble.over();
        } catch (FencedException e) {
            LOG.warnf("shard=%d epoch=%d: %s", lease.shard(), lease.epoch(), e.getMessage());
            means.statistics().countFenced();
            drop();
        } catch (RuntimeException e) {
            means.statistics().countFailure();
            closeProducer();
            retryIn(trouble.failed(e));
        }
    }

    private void drain() {
        while (!stopped) {
            ShardProducer open = openProducer();
            Optional<List<OutboxRow>> found =
                    open == null ? Optional.empty() : means.rows().oldest(lease, means.batch());
            if (open == null || found.isEmpty()) {
                LOG.infof("shard=%d epoch=%d: the lease is lost", lease.shard(), lease.epoch());
                drop();
                return;
            }
            List<OutboxRow> rows = found.get();
            if (!rows.isEmpty()) {
                open.send(rows);
                means.statistics().countSent(rows.size());
                means.rows().delete(lease.shard(), rows);
            }
            if (rows.size() < means.batch()) {
                return;
            }
        }
    }

    /** Null when the lease is lost: only who holds it may fence the others. */
    private @Nullable ShardProducer openProducer() {
        if (producer == null && means.rows().oldest(lease, 0).isPresent()) {
            producer = means.producers().open(lease.shard());
        }
        return producer;
    }

    private void drop() {
        stopped = true;
        closeProducer();
        dropped.dropped(this);
    }

    private void retryIn(long delayMs) {
        notBefore = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMs);
        means.threads().later(this::poke, delayMs);
    }

    /** One that cannot be closed is let go: the next to be opened fences it, and the broker aborts what it left open. */
    private void closeProducer() {
        if (producer != null) {
            ShardProducer open = producer;
            producer = null;
            try {
                open.close();
            } catch (RuntimeException e) {
                LOG.warnf(e, "shard=%d epoch=%d: its producer could not be closed", lease.shard(), lease.epoch());
            }
        }
    }
}
