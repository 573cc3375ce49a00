package io.playcaller.health.engine.product;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.measure.Context;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.ProductMeasure;

/** Reads the measures of one product, of a context that knows of no other use. */
final class ProductReading {

    private static final int WINDOW = 28;

    /** Fewer days say nothing about a habit. */
    private static final int HABIT_DAYS = 7;

    private ProductReading() {}

    /** The value in thousandths of the measure's unit, or {@link Reading#MISSING}. */
    static long value(ProductMeasure.Kind kind, Context context) {
        return switch (kind) {
            case DAYS_SINCE_USE -> Reading.value(MeasureKind.DAYS_SINCE_USE, context);
            case WEEK_TREND -> Reading.value(MeasureKind.WEEK_TREND, context);
            case USED_DAYS -> usedDays(context);
        };
    }

    /** Of finished days; and of the unfinished one too, where that is more. */
    private static long usedDays(Context context) {
        UsageFacts usage = context.view().facts().usage();
        long today = context.view().day(Feed.USAGE);
        long finished = usedDays(usage, today - 1);
        return context.view().settled() ? finished : Math.max(finished, usedDays(usage, today));
    }

    /** Of 28 days up to {@code last}; of fewer, in proportion. */
    private static long usedDays(UsageFacts usage, long last) {
        long first = usage.firstDay();
        long history = Math.min(WINDOW, last - first + 1 - usage.known().unknown(first, last));
        return history < HABIT_DAYS
                ? Reading.MISSING
                : usage.usedDays(last - WINDOW + 1, last) * 1000L * WINDOW / history;
    }

    static String sentence(ProductMeasure.Kind kind, Context context, long value) {
        return switch (kind) {
            case DAYS_SINCE_USE -> Reading.sentence(MeasureKind.DAYS_SINCE_USE, context, value);
            case WEEK_TREND -> Reading.sentence(MeasureKind.WEEK_TREND, context, value);
            case USED_DAYS -> value == Reading.MISSING ? collecting(context) : "Used on " + days(value) + " of 28 days";
        };
    }

    private static String collecting(Context context) {
        long first = context.view().facts().usage().firstDay();
        long days = Math.max(0, context.view().day(Feed.USAGE) - first);
        return "Collecting, " + Math.min(days, HABIT_DAYS) + " of " + HABIT_DAYS + " days";
    }

    private static long days(long thousandths) {
        return (thousandths + 500) / 1000;
    }
}
