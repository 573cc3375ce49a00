package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.KnownDays;
import io.playcaller.health.engine.fact.UsageFacts;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Use of the last 7 finished days beside what it was before: in the 4 weeks before them, and in the quietest week a month before,
 * of those that ended 28 to 35 days earlier.
 *
 * <p>A month is longer than four weeks and shorter than five. So of a use that follows the months one of those weeks stands in
 * its month where this one stands in its own. The first and the last of them have the weekdays of this one, and the one lies
 * later in its month, the other earlier: whether a busy time begins or ends, and whatever of it falls on a weekend, one of them
 * is no busier than this one. (ADR 0065)
 *
 * @param yesterday the last finished UTC day
 * @param week uses of the 7 days to it
 * @param before uses of the 28 days before them
 * @param quietest uses of the quietest week a month before, of those that no long silence of the source cuts; {@link #NONE} without one
 * @param sameWeekdays whether both are what they would be on the weekdays of the 7 days, and were not that
 */
record UsageFall(long yesterday, long week, long before, long quietest, boolean sameWeekdays) {

    private static final int WEEK = LikeWeeks.WEEK;
    private static final int WEEKS_BEFORE = LikeWeeks.WEEKS_BEFORE;
    private static final int FIRST = 28;
    private static final int LAST = 35;

    /** So many finished days are looked at. */
    private static final int SPAN = LAST + WEEK;

    private static final long NONE = -1;

    static UsageFall of(Context context) {
        UsageFacts usage = context.usage();
        long yesterday = context.view().day(Feed.USAGE) - 1;
        LikeWeeks weeks = LikeWeeks.of(usage, yesterday);
        OptionalLong quietest = quietest(usage, yesterday);
        return new UsageFall(
                yesterday,
                weeks.week(),
                weeks.before(),
                quietest.isPresent() ? weeks.like(quietest.getAsLong()) : NONE,
                weeks.weekdaysDiffer());
    }

    /** Whether all of them are known, and are still kept. */
    static boolean known(Context context) {
        return UsageSpan.of(context).days() >= SPAN
                && context.usage().counts(context.view().day(Feed.USAGE) - 1, SPAN);
    }

    private static OptionalLong quietest(UsageFacts usage, long yesterday) {
        KnownDays known = usage.known();
        return LongStream.rangeClosed(FIRST, LAST)
                .map(ago -> known.before(yesterday, ago))
                .filter(last -> known.unknown(known.before(last, WEEK - 1), last) == 0)
                .map(last -> usage.sum(last - WEEK + 1, last))
                .min();
    }

    /**
     * By how much use fell below the lesser of both, thousandths in whole percents; 0 where it did not. A busier week never makes it
     * more, and a busier quietest week never less.
     */
    long share() {
        return rhythm() ? 0 : Math.max(0, -Math.floorDiv((week * WEEKS_BEFORE - lesser()) * 100, lesser()) * 10);
    }

    /** Who had not half of a week's use in some week a month before has such weeks: how much is used in them is chance. */
    boolean rhythm() {
        return quietest != NONE && quietest * 2 * WEEKS_BEFORE < before;
    }

    /** Of four weeks. */
    private long lesser() {
        return quietest == NONE ? before : Math.min(before, quietest * WEEKS_BEFORE);
    }

    String sentence() {
        String said = share() == 0
                ? "Use is no lower than before: "
                : "Use fell by " + Words.percent(1000 - week * WEEKS_BEFORE * 1000 / lesser()) + ": ";
        return said + uses() + ", against " + Words.decimal(before * 1000 / WEEKS_BEFORE)
                + " a week in the 4 weeks before"
                + (quietest == NONE ? "" : " and " + quietest + " in the quietest week a month before")
                + (sameWeekdays ? ", on the same weekdays" : "");
    }

    String uses() {
        return Words.count(week, "use") + " in the 7 days to " + Days.date(yesterday);
    }
}
