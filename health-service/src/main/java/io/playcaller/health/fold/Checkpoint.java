package io.playcaller.health.fold;

import io.playcaller.health.engine.log.LogState;

/**
 * How far a partition is folded.
 *
 * @param nextOffset first offset that is not folded
 * @param dedupOffset where the window of seen facts begins
 * @param log what the log has said about time, sources and the model up to {@code nextOffset}
 */
public record Checkpoint(long nextOffset, long dedupOffset, LogState log) {}
