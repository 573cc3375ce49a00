package io.playcaller.ingest.tail;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One who listens. At most so many lines wait for it; what comes beyond them is left out, and said as soon as there is room.
 * Told by one thread; {@link #taken} is called by any.
 */
public final class TailListener {

    private final TailFilter filter;
    private final int room;
    private final Consumer<TailLine> sink;
    private final AtomicInteger waiting = new AtomicInteger();
    private boolean greeted;
    private long dropped;

    /**
     * Somebody who was not told anything yet.
     *
     * @param room for how many lines, at least 2
     * @param sink takes lines at once
     */
    public TailListener(TailFilter filter, int room, Consumer<TailLine> sink) {
        this.filter = filter;
        this.room = room;
        this.sink = sink;
    }

    public TailFilter filter() {
        return filter;
    }

    public void tell(TailLine line) {
        if (!filter.wants(line)) {
            return;
        }
        catchUp();
        if (dropped == 0 && hasRoom()) {
            put(line);
        } else {
            dropped++;
        }
    }

    /** Says what it was not told yet: that it is listening, and what was left out. */
    public void catchUp() {
        if (!greeted) {
            greeted = true;
            put(new TailLine.Listening());
        }
        if (dropped > 0 && hasRoom()) {
            put(new TailLine.Dropped(dropped));
            dropped = 0;
        }
    }

    /** A line has reached it. */
    public void taken() {
        waiting.decrementAndGet();
    }

    private boolean hasRoom() {
        return waiting.get() < room;
    }

    private void put(TailLine line) {
        waiting.incrementAndGet();
        sink.accept(line);
    }
}
