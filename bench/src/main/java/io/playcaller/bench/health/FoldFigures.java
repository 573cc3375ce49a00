package io.playcaller.bench.health;

import org.jspecify.annotations.Nullable;

/**
 * What one contender needed to fold the log.
 *
 * @param warmUp from its start to where it counts: its start, the register, a share of the facts, and compilers at work
 * @param counted what followed, to the end
 * @param peakBytes the most memory that the contender had, heap and all
 * @param profile of what counted; null unless it was asked for
 */
public record FoldFigures(
        String name,
        Stretch warmUp,
        Stretch counted,
        long peakBytes,
        @Nullable Profile profile) {}
