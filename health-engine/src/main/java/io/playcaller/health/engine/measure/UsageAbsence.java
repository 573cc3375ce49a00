package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.MeasureKind;

/** Absence and decline: they wait until there is enough history to speak of either. */
public final class UsageAbsence {

    private static final int WEEK = LikeWeeks.WEEK;

    /** Fewer uses in four weeks are too few for a ratio. */
    private static final long ENOUGH_USES = 12;

    private UsageAbsence() {}

    static long daysSinceUse(Context context) {
        UsageSpan span = UsageSpan.of(context);
        if (!span.warm(context)) {
            return Reading.MISSING;
        }
        long today = context.view().day(Feed.USAGE);
        long last = span.lastUse(context.usage(), context.view().settled() ? today - 1 : today);
        return context.usage().known().weekdaysBetween(last, today) * 1000;
    }

    static long weekTrend(Context context) {
        UsageFacts usage = context.usage();
        int needed = Math.max(LikeWeeks.SPAN, context.model().signals().warmUpDays());
        if (UsageSpan.of(context).days() < needed) {
            return Reading.MISSING;
        }
        long yesterday = context.view().day(Feed.USAGE) - 1;
        LikeWeeks weeks = LikeWeeks.of(usage, yesterday);
        if (weeks.before() < ENOUGH_USES || !usage.counts(yesterday, LikeWeeks.SPAN)) {
            return Reading.MISSING;
        }
        return Math.floorDiv((weeks.week() * LikeWeeks.WEEKS_BEFORE - weeks.before()) * 100, weeks.before()) * 10;
    }

    /** Finished days without use; {@link Reading#MISSING} before there is enough history. */
    public static long silentDays(Context context) {
        UsageSpan span = UsageSpan.of(context);
        if (!span.warm(context)) {
            return Reading.MISSING;
        }
        long yesterday = context.view().day(Feed.USAGE) - 1;
        long last = Math.max(span.lastUse(context.usage(), yesterday), separatedOn(context.view()));
        long unknown = context.usage().known().unknown(last + 1, yesterday);
        return Math.min(yesterday - last - unknown, UsageFacts.RING);
    }

    /**
     * The last day on which what they did was told another account, for it was merged into it: they were not silent then.
     * {@link Long#MIN_VALUE} without one.
     */
    static long separatedOn(View view) {
        return view.mergeEnded().stream().map(Days::of).findFirst().orElse(Long.MIN_VALUE);
    }

    /** Days with use among the last 7 finished. */
    public static int usedDaysOfWeek(Context context) {
        long yesterday = context.view().day(Feed.USAGE) - 1;
        return context.usage().usedDays(yesterday - WEEK + 1, yesterday);
    }

    static String sentence(MeasureKind kind, Context context, long value) {
        if (value == Reading.MISSING) {
            return missing(kind, context);
        }
        UsageSpan span = UsageSpan.of(context);
        if (kind == MeasureKind.DAYS_SINCE_USE && span.never(context)) {
            return "Never used, for " + Words.count(value / 1000, "weekday") + " since " + Days.date(span.first());
        }
        if (kind == MeasureKind.DAYS_SINCE_USE) {
            return value == 0 ? "Used within a weekday" : Words.count(value / 1000, "weekday") + " without use";
        }
        LikeWeeks weeks = LikeWeeks.of(context.usage(), context.view().day(Feed.USAGE) - 1);
        return "Use in the last 7 days is " + Words.percent(Math.abs(value)) + (value < 0 ? " below" : " above")
                + (weeks.weekdaysDiffer() ? " the same weekdays of" : "") + " the 4 weeks before";
    }

    private static String missing(MeasureKind kind, Context context) {
        UsageSpan span = UsageSpan.of(context);
        int warmUp = context.model().signals().warmUpDays();
        int needed = kind == MeasureKind.WEEK_TREND ? Math.max(LikeWeeks.SPAN, warmUp) : warmUp;
        if (!span.known()) {
            return "No use yet";
        }
        return span.days() < needed ? span.collecting(needed) : "Too little use to compare";
    }
}
