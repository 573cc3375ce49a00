package io.playcaller.ingest.source.health;

import java.time.Instant;

/**
 * Whole hours, by their number since the epoch; UTC.
 *
 * @param from the first
 * @param to the first that is no longer in it
 */
public record Span(long from, long to) {

    static final int WEEK = 7 * 24;
    private static final long SECONDS = 3_600;

    public Span {
        if (to < from) {
            throw new IllegalArgumentException("hours end before they begin: " + from + " to " + to);
        }
    }

    /** The hour that {@code at} lies in. */
    public static long hourOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /** The first hour that begins at {@code at} or after it. */
    static long firstWholeHour(Instant at) {
        long hour = hourOf(at);
        return beginOf(hour).equals(at) ? hour : hour + 1;
    }

    public static Instant beginOf(long hour) {
        return Instant.ofEpochSecond(hour * SECONDS);
    }

    static Span of(long hour) {
        return new Span(hour, hour + 1);
    }

    long hours() {
        return to - from;
    }

    Span earlier(long hours) {
        return new Span(from - hours, to - hours);
    }

    Span withoutFirst() {
        return new Span(Math.min(from + 1, to), to);
    }

    Span withoutLast() {
        return new Span(from, Math.max(from, to - 1));
    }

    boolean touches(Span other) {
        return from < other.to && other.from < to;
    }
}
