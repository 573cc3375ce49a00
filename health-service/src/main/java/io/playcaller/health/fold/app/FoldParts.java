package io.playcaller.health.fold.app;

import io.playcaller.health.engine.HealthEngine;
import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * What every partition's fold works with.
 *
 * @param cache of all partitions together
 * @param committed told the partition after each commit
 */
record FoldParts(
        HealthEngine engine,
        FoldStore store,
        StateCache cache,
        FoldMetrics metrics,
        IntConsumer committed,
        Limits limits) {

    /**
     * Bounds of transactions.
     *
     * @param dedupWindow log time for which a repeated fact is recognised
     * @param slice accounts advanced per transaction
     */
    record Limits(Duration dedupWindow, int slice) {}
}
