package io.playcaller.health.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is and what it found.
 *
 * @param phase what it does, or did last
 * @param verdict null before the comparison
 * @param why it ended as it did; null while it runs, and when there is nothing to say
 */
public record RebuildReport(
        String phase,
        List<PartitionProgress> partitions,
        @Nullable Verdict verdict,
        @Nullable String why) {

    /** A run that has just begun. */
    public static final RebuildReport NOTHING_YET = new RebuildReport("begins", List.of(), null, null);

    public RebuildReport {
        partitions = List.copyOf(partitions);
    }
}
