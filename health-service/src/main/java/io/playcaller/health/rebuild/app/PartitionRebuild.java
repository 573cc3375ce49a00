package io.playcaller.health.rebuild.app;

import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.app.PartitionFold;
import io.playcaller.health.fold.app.RebuildFolds;
import io.playcaller.health.rebuild.ClaimedModels;
import io.playcaller.health.rebuild.PartitionProgress;
import io.playcaller.health.rebuild.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One partition on its way from where the rebuild stands to where it is to stop. */
final class PartitionRebuild {

    private final Stretch stretch;
    private final RebuildLog log;
    private final PartitionFold fold;
    private final TreeMap<Long, ModelActivated> claimed;
    private final long from;
    private final long beganNanos = System.nanoTime();

    PartitionRebuild(Stretch stretch, RebuildFolds folds, RebuildLog log) {
        this.stretch = stretch;
        this.log = log;
        int partition = stretch.partition();
        this.fold = folds.claim(partition, stretch.logId(), stretch.begin());
        this.from = fold.nextOffset();
        if (from < stretch.begin()) {
            throw new IllegalStateException(
                    "the rebuild of partition %d stands at offset %d, and the log begins at %d by now: begin anew"
                            .formatted(partition, from, stretch.begin()));
        }
        if (log.end(partition) < stretch.until()) {
            throw new IllegalStateException("PostgreSQL is ahead of Kafka: partition %d is folded up to offset %d"
                    .formatted(partition, stretch.until()));
        }
        var said = log.activations(partition, from, stretch.until());
        this.claimed = new TreeMap<>(ClaimedModels.of(partition, from, said));
        log.readFrom(partition, Math.max(fold.readFrom(), stretch.begin()));
    }

    /** Folds what comes next, but nothing from the end of the stretch on; false when it is through. */
    boolean step() {
        if (log.position() >= stretch.until()) {
            return false;
        }
        fold(log.next().stream()
                .filter(entry -> entry.offset() < stretch.until())
                .toList());
        return log.position() < stretch.until();
    }

    /** Folds the one record that follows the stretch, if there is one. */
    void oneMore() {
        long end = log.end(stretch.partition());
        boolean found = false;
        while (!found && log.position() < end) {
            List<LogEntry> entries = new ArrayList<>();
            for (LogEntry entry : log.next()) {
                if (!found) {
                    entries.add(entry);
                    found = entry.offset() >= stretch.until();
                }
            }
            fold(entries);
        }
    }

    private void fold(List<LogEntry> entries) {
        List<LogEntry> together = new ArrayList<>();
        for (LogEntry entry : entries) {
            ModelActivated said = claimedBefore(entry.offset());
            if (said != null) {
                fold.fold(together);
                together.clear();
                fold.believe(said);
            }
            together.add(entry);
        }
        fold.fold(together);
    }

    private @Nullable ModelActivated claimedBefore(long offset) {
        ModelActivated last = null;
        while (!claimed.isEmpty() && claimed.firstKey() <= offset) {
            last = claimed.remove(claimed.firstKey());
        }
        return last;
    }

    PartitionProgress progress() {
        Duration took = Duration.ofNanos(System.nanoTime() - beganNanos);
        return PartitionProgress.of(stretch, from, fold.nextOffset(), took);
    }
}
