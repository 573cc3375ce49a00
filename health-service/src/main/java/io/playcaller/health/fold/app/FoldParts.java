package io.playcaller.health.fold.app;

import io.playcaller.health.models.app.Engines;
import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * What every partition's fold works with.
 *
 * @param engines by what the partition's log says
 * @param cache of all partitions together
 * @param committed told the partition after each commit
 */
record FoldParts(
        Engines engines, FoldStore store, StateCache cache, FoldMetrics metrics, IntConsumer committed, Limits limits) {

    /**
     * Bounds of transactions.
     *
     * @param dedupWindow log time for which a repeated fact is recognised
     * @param slice accounts advanced per transaction
     */
    record Limits(Duration dedupWindow, int slice) {}
}
