package io.playcaller.health.fold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a partition of the log is folded.
 *
 * @param epoch rises with each owner
 * @param nextOffset first offset that is not folded
 * @param logTime the log's clock there; null before the first tick
 */
public record CheckpointView(
        int partition,
        long epoch,
        long nextOffset,
        @Nullable Instant logTime) {}
