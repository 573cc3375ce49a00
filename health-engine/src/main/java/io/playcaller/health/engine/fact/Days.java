package io.playcaller.health.engine.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** UTC days as numbers of days since 1970-01-01, instants as milliseconds since then. */
public final class Days {

    public static final long MILLIS = 86_400_000L;

    private Days() {}

    public static long of(long millis) {
        return Math.floorDiv(millis, MILLIS);
    }

    /** {@link Long#MAX_VALUE} where there is no date. */
    static long of(@Nullable LocalDate date) {
        return date == null ? Long.MAX_VALUE : date.toEpochDay();
    }

    /** The first millisecond of {@code day}. */
    public static long start(long day) {
        return day * MILLIS;
    }

    /** Mondays to Fridays after {@code from} and before {@code to}. */
    public static long weekdaysBetween(long from, long to) {
        return to - from <= 1 ? 0 : weekdaysBefore(to) - weekdaysBefore(from + 1);
    }

    /** Mondays to Fridays since the Monday before the epoch, before {@code day}. */
    private static long weekdaysBefore(long day) {
        long sinceMonday = day + 3;
        return Math.floorDiv(sinceMonday, 7) * 5 + Math.min(5, Math.floorMod(sinceMonday, 7L));
    }

    public static LocalDate date(long day) {
        return LocalDate.ofEpochDay(day);
    }
}
