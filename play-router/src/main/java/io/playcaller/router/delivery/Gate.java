package io.playcaller.router.delivery;

import java.time.Duration;

/**
 * What may go to one tool at a moment: its pace, whether it is well, and the pause that it asked for. Times count from the
 * beginning of the process.
 *
 * @param closedUntil end of the pause that the tool asked for last
 */
public record Gate(TokenBucket bucket, CircuitBreaker breaker, Duration closedUntil) {

    public static Gate open(Pace pace, Duration now) {
        return new Gate(TokenBucket.full(pace, now), CircuitBreaker.CLOSED, now);
    }

    /** How many messages may go now. */
    public int allows(Duration now) {
        if (now.compareTo(closedUntil) < 0) {
            return 0;
        }
        int paced = Math.min(bucket.pace().atOnce(), Math.max(0, bucket.available(now)));
        return breaker.allows(paced, now);
    }

    /** After that many messages were begun. */
    public Gate begun(int messages, Duration now) {
        return new Gate(bucket.taken(messages, now), breaker, closedUntil);
    }

    /** After one of them ended so. */
    public Gate ended(Receipt receipt, Duration now) {
        if (receipt instanceof Receipt.Later) {
            return this;
        }
        if (receipt instanceof Receipt.Busy busy) {
            Duration end = now.plus(busy.pause());
            return new Gate(bucket, breaker.succeeded(), end.compareTo(closedUntil) > 0 ? end : closedUntil);
        }
        return new Gate(bucket, receipt.isOutage() ? breaker.failed(now) : breaker.succeeded(), closedUntil);
    }

    /** How long nothing goes, by the tool's wish or because it is not well. */
    public Duration closedFor(Duration now) {
        Duration until = breaker.state(now) == CircuitBreaker.State.OPEN
                        && breaker.until().compareTo(closedUntil) > 0
                ? breaker.until()
                : closedUntil;
        return until.compareTo(now) > 0 ? until.minus(now) : Duration.ZERO;
    }
}
