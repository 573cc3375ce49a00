package io.playcaller.outbox.relay;

import java.util.concurrent.atomic.LongAdder;

/** What a relay did since it started, and what it last saw waiting. */
public final class RelayStatistics {

    private final LongAdder sent = new LongAdder();
    private final LongAdder fenced = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile Backlog backlog = Backlog.NONE;

    /** Records in transactions that Kafka committed. */
    public long sent() {
        return sent.sum();
    }

    /** How often the broker refused this relay because a newer one has the shard. */
    public long fenced() {
        return fenced.sum();
    }

    /** Attempts that failed and are made again, whether of Kafka or of PostgreSQL. */
    public long failures() {
        return failures.sum();
    }

    public Backlog backlog() {
        return backlog;
    }

    void countSent(int records) {
        sent.add(records);
    }

    void countFenced() {
        fenced.increment();
    }

    void countFailure() {
        failures.increment();
    }

    void saw(Backlog seen) {
        backlog = seen;
    }
}
