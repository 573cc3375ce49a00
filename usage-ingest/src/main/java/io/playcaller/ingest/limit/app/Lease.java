package io.playcaller.ingest.limit.app;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What this replica has taken ahead for one source, in nanoseconds. One renewal at a time, so that it stays small. */
final class Lease {

    private final AtomicLong left = new AtomicLong();
    private final AtomicBoolean renewing = new AtomicBoolean();

    /** Takes it whole or not at all. */
    boolean take(long cost) {
        for (long had = left.get(); had >= cost; had = left.get()) {
            if (left.compareAndSet(had, had - cost)) {
                return true;
            }
        }
        return false;
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
