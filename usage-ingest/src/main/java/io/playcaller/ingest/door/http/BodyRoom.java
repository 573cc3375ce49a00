package io.playcaller.ingest.door.http;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes large bodies may have together. */
final class BodyRoom {

    private final long bytes;
    private final AtomicLong inWork = new AtomicLong();

    BodyRoom(long bytes) {
        this.bytes = bytes;
    }

    /** Whether there was room; then {@link #leave} must follow. */
    boolean enter(long more) {
        if (inWork.addAndGet(more) > bytes) {
            inWork.addAndGet(-more);
            return false;
        }
        return true;
    }

    void leave(long held) {
        inWork.addAndGet(-held);
    }
}
