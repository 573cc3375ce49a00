package io.playcaller.health.rebuild.app;

import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.rebuild.ClaimedModels.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A log in memory, of which a few records come at a time. */
final class MemoryRebuildLog implements RebuildLog {

    private static final int AT_A_TIME = 7;

    private final List<LogEntry> entries;
    private final long begin;
    private long position;

    MemoryRebuildLog(List<LogEntry> entries, long begin) {
        this.entries = entries;
        this.begin = begin;
    }

    @Override
    public long begin(int partition) {
        return begin;
    }

    @Override
    public long end(int partition) {
        return entries.size();
    }

    @Override
    public List<Said> activations(int partition, long from, long until) {
        List<Said> found = new ArrayList<>();
        for (LogEntry entry : entries.subList((int) from, (int) Math.max(from, until))) {
            if (entry instanceof LogEntry.Fact fact && fact.event().data() instanceof ModelActivated model) {
                found.add(new Said(
                        entry.offset(), UUID.fromString(fact.event().envelope().id()), model));
            }
        }
        return found;
    }

    @Override
    public void readFrom(int partition, long offset) {
        position = offset;
    }

    @Override
    public List<LogEntry> next() {
        int from = (int) position;
        int to = Math.min(entries.size(), from + AT_A_TIME);
        position = to;
        return entries.subList(from, to);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
