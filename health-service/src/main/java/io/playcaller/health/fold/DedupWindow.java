package io.playcaller.health.fold;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The identities that a partition has seen in the last minutes of <em>log</em> time: what is in here is not folded again.
 *
 * <p>The window is cut into slices that begin at a tick. A slice leaves when the tick that ended it is older than the
 * window; an identity leaves with the slice in which it came last. So what the window holds at an offset are the
 * identities of the records since {@link #startOffset()}, a function of the log alone: whoever reads from there has the
 * same window, however often the reader changed.
 */
public final class DedupWindow {

    private final Duration length;
    private final MessageDigest digest = FactHash.md5();
    /** Each identity with the slice in which it came last; in that order. */
    private final Map<FactHash, Slice> seen = new LinkedHashMap<>();

    private final Deque<Slice> slices = new ArrayDeque<>();

    /**
     * An empty window.
     *
     * @param startOffset the offset from which records will be offered
     */
    public DedupWindow(Duration length, long startOffset) {
        this.length = length;
        slices.add(new Slice(startOffset, Instant.MIN));
    }

    /**
     * Takes the record's identity in.
     *
     * @param tick the log's time when the record is a tick of the log's clock, else null
     * @return false if the identity was in already
     */
    public boolean firstSeen(long offset, String source, String id, @Nullable Instant tick) {
        if (tick != null) {
            advance(offset, tick);
        }
        FactHash hash = FactHash.of(digest, source, id);
        Slice last = seen.remove(hash);
        if (last != null) {
            last.size--;
        }
        Slice newest = newest();
        seen.put(hash, newest);
        newest.size++;
        return last == null;
    }

    /** A clock that stands still, or a repeated tick, cuts nothing. */
    private void advance(long offset, Instant at) {
        if (!at.isAfter(newest().from)) {
            return;
        }
        slices.add(new Slice(offset, at));
        Instant horizon = at.minus(length);
        Slice oldest = slices.removeFirst();
        while (!slices.isEmpty() && !slices.getFirst().from.isAfter(horizon)) {
            forget(oldest.size);
            oldest = slices.removeFirst();
        }
        slices.addFirst(oldest);
    }

    /** The offset of the first record that the window still holds. */
    public long startOffset() {
        return slices.getFirst().startOffset;
    }

    public int size() {
        return seen.size();
    }

    private Slice newest() {
        return Objects.requireNonNull(slices.peekLast());
    }

    private void forget(int count) {
        Iterator<FactHash> eldest = seen.keySet().iterator();
        for (int i = 0; i < count; i++) {
            eldest.next();
            eldest.remove();
        }
    }

    private static final class Slice {
        private final long startOffset;
        private final Instant from;
        private int size;

        private Slice(long startOffset, Instant from) {
            this.startOffset = startOffset;
            this.from = from;
        }
    }
}
