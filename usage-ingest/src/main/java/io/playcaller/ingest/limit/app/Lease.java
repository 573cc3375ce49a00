package io.playcaller.ingest.limit.app;

import io.playcaller.ingest.limit.Bucket;
import io.playcaller.ingest.limit.Grant;
import io.playcaller.ingest.limit.RateLimit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this replica has taken ahead for one source, in nanoseconds, and what it knows of its bucket. One renewal at a time, so that
 * it stays small.
 */
final class Lease {

    private final AtomicLong left = new AtomicLong();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile Bucket seen;

    /** @param now nanoseconds of any clock that never goes back */
    Lease(long now) {
        this.seen = new Bucket(now);
    }

    /** Takes it whole or not at all. */
    boolean take(long cost) {
        for (long had = left.get(); had >= cost; had = left.get()) {
            if (left.compareAndSet(had, had - cost)) {
                return true;
            }
        }
        return false;
    }

    /** The bucket was asked at that time, or later, and so much was missing in it: others can only have taken more since. */
    void looked(long asked, long missing) {
        seen = new Bucket(asked + missing);
    }

    /**
     * How long not even one event will be admitted, as far as is known without asking; 0 when it may be. Whom this keeps out,
     * the bucket would have refused.
     */
    long shutFor(long now, RateLimit limit) {
        long cost = limit.cost(1);
        return left.get() < cost
                        && seen.take(now, cost, 0, limit.burst().toNanos()).grant() instanceof Grant.Refused refused
                ? refused.waitFor()
                : 0;
    }

    void add(long leased) {
        left.addAndGet(leased);
    }

    /** Whether the caller is the one to renew it; then {@link #endRenewal} must follow. */
    boolean beginRenewal() {
        return renewing.compareAndSet(false, true);
    }

    void endRenewal(boolean begun) {
        if (begun) {
            renewing.set(false);
        }
    }
}
