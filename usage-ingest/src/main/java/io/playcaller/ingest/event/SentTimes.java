package io.playcaller.ingest.event;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times that a sender gives, by its own clock.
 *
 * @param happenedAt when it happened; null when the sender says none
 * @param sentAt when the request left; the difference to the receipt is the skew of the sender's clock
 */
public record SentTimes(
        @Nullable Instant happenedAt, @Nullable Instant sentAt) {

    public static final SentTimes NONE = new SentTimes(null, null);

    /** Both by the installation's clock, where that is ahead of real time (quickstart and tests). */
    public SentTimes shiftedBy(Duration offset) {
        return offset.isZero()
                ? this
                : new SentTimes(
                        happenedAt == null ? null : happenedAt.plus(offset),
                        sentAt == null ? null : sentAt.plus(offset));
    }
}
