package io.playcaller.ingest.event.app;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A try at a batch from Kafka.
 *
 * @param number 1 for the first
 * @param beganNanos by the clock of {@link System#nanoTime()}
 */
public record Attempt(int number, long beganNanos) {

    /** Whatever a try needs answers or fails within seconds; one that takes longer than this will not end. */
    public static final Duration ENDS_WITHIN = Duration.ofMinutes(5);

    static Attempt after(@Nullable Attempt last, long nowNanos) {
        return new Attempt(last == null ? 1 : last.number + 1, nowNanos);
    }

    public boolean standsStill(long nowNanos) {
        return nowNanos - beganNanos > ENDS_WITHIN.toNanos();
    }

    public String describe(long nowNanos) {
        return "in work for %d s, at try %d"
                .formatted(Duration.ofNanos(nowNanos - beganNanos).toSeconds(), number);
    }
}
