package io.playcaller.health.rebuild.app;

import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.rebuild.ClaimedModels.Said;
import java.util.List;

/** {@code customer-events}, read outside of any group, one partition at a time. Blocking. */
public interface RebuildLog extends AutoCloseable {

    /** Opens readers. */
    interface Source {
        RebuildLog open();
    }

    /** Offset of the first record that Kafka still has of the partition. */
    long begin(int partition);

    /** Offset of the next record that will be committed to it. */
    long end(int partition);

    /** Every {@code ModelActivated} of the partition within these offsets. */
    List<Said> activations(int partition, long from, long until);

    /** From here on records come from there. */
    void readFrom(int partition, long offset);

    /** What comes next, in order; empty when nothing came for a second. */
    List<LogEntry> next();

    /** Offset from which {@link #next()} goes on. */
    long position();

    @Override
    void close();
}
