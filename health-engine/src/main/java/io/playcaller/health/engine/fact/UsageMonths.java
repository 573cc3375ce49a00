package io.playcaller.health.engine.fact;

import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Uses by calendar month (UTC) of the days that are no longer told apart, be it that they are long ago or that they were told
 * so late: sums, which commute. The newest {@link #KEPT} months are kept.
 *
 * @param uses per month since the year 0
 */
public record UsageMonths(SortedMap<Integer, Long> uses) {

    static final int KEPT = 24;

    public static final UsageMonths NONE = new UsageMonths(new TreeMap<>());

    public UsageMonths {
        uses = Collections.unmodifiableSortedMap(new TreeMap<>(uses));
    }

    UsageMonths with(long day, long quantity) {
        TreeMap<Integer, Long> next = new TreeMap<>(uses);
        next.merge(month(day), quantity, Long::sum);
        next.headMap(next.lastKey() - KEPT, true).clear();
        return new UsageMonths(next);
    }

    /** Without the months that lie wholly between {@code first} and {@code last}: of others it is not known what is withdrawn. */
    UsageMonths without(long first, long last) {
        int from = month(first - 1) + 1;
        int until = month(last + 1);
        if (from >= until || uses.subMap(from, until).isEmpty()) {
            return this;
        }
        TreeMap<Integer, Long> left = new TreeMap<>(uses);
        left.subMap(from, until).clear();
        return new UsageMonths(left);
    }

    /** The same, by month. */
    public SortedMap<YearMonth, Long> byMonth() {
        TreeMap<YearMonth, Long> byMonth = new TreeMap<>();
        uses.forEach((month, sum) -> byMonth.put(YearMonth.of(0, 1).plusMonths(month), sum));
        return Collections.unmodifiableSortedMap(byMonth);
    }

    private static int month(long day) {
        return Math.toIntExact(Days.date(day).getLong(ChronoField.PROLEPTIC_MONTH));
    }
}
