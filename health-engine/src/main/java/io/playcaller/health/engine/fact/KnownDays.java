package io.playcaller.health.engine.fact;

import java.util.ArrayList;
import java.util.List;

/**
 * The UTC days of which it is known what was used on them, newest first: each has a slot in the rings, the anchor day slot 0. The
 * days of a long silence of the source have none, so that what was before it neither falls out of the rings while nobody tells
 * anything nor stands beside days without use that nobody saw. (ADR 0072)
 *
 * <p>Use that is told of a day in a gap makes that day known, and each part of the gap that is left and no longer than
 * {@link #LATE}: the source tells late what waited in it. Which gaps are left is a function of the days with use, whatever the order
 * in which they are told.
 *
 * @param anchor the newest day
 * @param gaps disjoint, oldest first, each longer than {@link #LATE}
 */
public record KnownDays(long anchor, List<Gap> gaps) {

    /** What a source was silent about may be told so many days late; the silence of one that was away for no longer is real. */
    static final long LATE = 26;

    /** Days of which nothing is known, both included. */
    public record Gap(long first, long last) {

        long days() {
            return last - first + 1;
        }

        boolean holds(long day) {
            return day >= first && day <= last;
        }
    }

    static final KnownDays EPOCH = new KnownDays(0, List.of());

    public KnownDays {
        gaps = List.copyOf(gaps);
    }

    /** How many days are known after {@code day}: its slot, or that of the last known one before it. Below 0 after the anchor. */
    public long slot(long day) {
        return anchor - day - unknown(day + 1, anchor);
    }

    /** The day of a slot. */
    public long day(long slot) {
        long day = anchor - slot;
        for (int i = gaps.size() - 1; i >= 0 && day <= gaps.get(i).last(); i--) {
            day -= gaps.get(i).days();
        }
        return day;
    }

    /** The known day so many known days before {@code day}. */
    public long before(long day, long days) {
        return gaps.isEmpty() ? day - days : day(slot(day) + days);
    }

    public boolean known(long day) {
        return gaps.stream().noneMatch(gap -> gap.holds(day));
    }

    /** How many days from {@code first} to {@code last} are not known. */
    public long unknown(long first, long last) {
        long unknown = 0;
        for (Gap gap : gaps) {
            unknown += Math.max(0, Math.min(last, gap.last()) - Math.max(first, gap.first()) + 1);
        }
        return unknown;
    }

    /** Known Mondays to Fridays after {@code from} and before {@code to}. */
    public long weekdaysBetween(long from, long to) {
        long weekdays = Days.weekdaysBetween(from, to);
        for (Gap gap : gaps) {
            weekdays -= Days.weekdaysBetween(Math.max(from, gap.first() - 1), Math.min(to, gap.last() + 1));
        }
        return weekdays;
    }

    /** The same, moved on to {@code day}. */
    KnownDays rolledTo(long day) {
        return new KnownDays(day, gaps);
    }

    /** Without the gaps that lie behind so many slots. */
    KnownDays within(int slots) {
        if (gaps.isEmpty()) {
            return this;
        }
        long oldest = day(slots - 1L);
        return new KnownDays(
                anchor, gaps.stream().filter(gap -> gap.last() >= oldest).toList());
    }

    /** Nothing is known of the days from {@code first}, after all that are known, to the one before {@code day}. */
    KnownDays silent(long first, long day) {
        List<Gap> more = new ArrayList<>(gaps);
        more.add(new Gap(first, day - 1));
        return new KnownDays(day, more);
    }

    /** Use is told of {@code day}, of which nothing was known. */
    KnownDays told(long day) {
        List<Gap> left = new ArrayList<>();
        for (Gap gap : gaps) {
            if (gap.holds(day)) {
                add(left, gap.first(), day - 1);
                add(left, day + 1, gap.last());
            } else {
                left.add(gap);
            }
        }
        return new KnownDays(anchor, left);
    }

    /** The first day of which something else is known once use is told of {@code day}. */
    long changedFrom(long day) {
        return gaps.stream()
                .filter(gap -> gap.holds(day))
                .mapToLong(Gap::first)
                .findFirst()
                .orElse(day);
    }

    private static void add(List<Gap> gaps, long first, long last) {
        if (last - first + 1 > LATE) {
            gaps.add(new Gap(first, last));
        }
    }
}
