package io.playcaller.health.rebuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far one partition is.
 *
 * @param begin offset at which the log begins now
 * @param offset first that is not folded
 * @param until where it stops
 * @param logCut whether the log has lost its beginning
 * @param recordsPerSecond of this run, by offsets; 0 before the first
 * @param secondsLeft at that pace; null where nobody knows
 */
public record PartitionProgress(
        int partition,
        long begin,
        long offset,
        long until,
        boolean logCut,
        long recordsPerSecond,
        @Nullable Long secondsLeft) {

    /**
     * @param from where this run began to fold
     * @param took since then
     */
    public static PartitionProgress of(Stretch stretch, long from, long offset, Duration took) {
        long millis = Math.max(1, took.toMillis());
        long perSecond = Math.max(0, offset - from) * 1000 / millis;
        long left = Math.max(0, stretch.until() - offset);
        @Nullable
        Long seconds = left == 0 ? Long.valueOf(0) : perSecond == 0 ? null : Long.valueOf(ceil(left, perSecond));
        return new PartitionProgress(
                stretch.partition(), stretch.begin(), offset, stretch.until(), stretch.cut(), perSecond, seconds);
    }

    private static long ceil(long left, long perSecond) {
        return (left + perSecond - 1) / perSecond;
    }
}
