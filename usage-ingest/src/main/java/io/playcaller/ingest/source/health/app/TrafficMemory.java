package io.playcaller.ingest.source.health.app;

import io.playcaller.ingest.source.health.Hour;
import io.playcaller.ingest.source.health.Span;
import io.playcaller.ingest.source.health.Traffic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What the judge has read: only the last hours change, so that only these are read again. Used by one thread. */
public final class TrafficMemory {

    /** Eight weeks to compare with, and five that may be silent. */
    public static final long KEPT_HOURS = 13 * 7 * 24L;

    private final Map<String, NavigableMap<Long, Hour>> hours = new HashMap<>();
    private long readUntil = Long.MAX_VALUE;

    /** From which hour on those whom it knows must be read: the last whole one may still be written by a slow replica. */
    public long readFrom(long now) {
        long last = Math.min(readUntil, now);
        readUntil = now;
        return last - 1;
    }

    /** Those of whom only the last hours must be read. */
    public Set<String> known() {
        return Set.copyOf(hours.keySet());
    }

    public void put(String source, long hour, Hour counted) {
        hours.computeIfAbsent(source, any -> new TreeMap<>()).put(hour, counted);
    }

    /** What is older than {@link #KEPT_HOURS} goes. */
    public void trim(long now) {
        hours.values().forEach(past -> past.headMap(now - KEPT_HOURS).clear());
    }

    /** Reads everything anew the next time. */
    public void forget() {
        hours.clear();
        readUntil = Long.MAX_VALUE;
    }

    public Traffic of(String source, List<Span> gaps) {
        NavigableMap<Long, Hour> past = hours.get(source);
        return past == null ? Traffic.NONE : new Traffic(past, gaps);
    }
}
