package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.DayBits;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Fingerprint;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.model.MeasureKind;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/** How much and how widely the product is used, over 28 days. */
final class UsageLevel {

    static final int WINDOW = DayBits.WINDOW;

    /** Fewer days say nothing about a habit. */
    private static final int HABIT_DAYS = 7;

    private UsageLevel() {}

    static long activeSeats(Context context) {
        long seats = context.commercial().seats();
        UsageFacts usage = context.usage();
        if (seats <= 0) {
            return Reading.MISSING;
        }
        return best(context, usage.firstPersonDay(), last -> people(usage, last) * 1000 / seats);
    }

    static long activeDays(Context context) {
        UsageFacts usage = context.usage();
        return best(context, usage.firstPersonDay(), last -> daysPerPerson(usage, last));
    }

    static long coreFeatures(Context context) {
        UsageFacts usage = context.usage();
        Set<String> core = context.model().usage().coreFeatures();
        return best(context, usage.firstFeatureDay(), last -> features(usage, core, last) * 1000);
    }

    /** Distinct people with use in the 28 days up to {@code last}. */
    static long people(UsageFacts usage, long last) {
        return usage.people().count(usage.mask(last - WINDOW + 1, last), UsageFacts.PEOPLE);
    }

    /** Of finished days; and of the unfinished one too, where that is more. Of who never used it, nothing. */
    private static long best(Context context, long firstDay, LongUnaryOperator upToDay) {
        if (UsageSpan.of(context).never(context)) {
            return 0;
        }
        long today = context.view().day(Feed.USAGE);
        if (forgotten(context)) {
            return Reading.MISSING;
        }
        long finished = firstDay < today ? upToDay.applyAsLong(today - 1) : Reading.MISSING;
        boolean unfinishedCounts = !context.view().settled() && firstDay <= today;
        return unfinishedCounts ? Math.max(finished, upToDay.applyAsLong(today)) : finished;
    }

    /** Another source told so much since the one that is waited for went quiet that who used it before fell out. */
    private static boolean forgotten(Context context) {
        return context.view().freeze().freezes(Feed.USAGE)
                && !context.usage().tellsApart(context.view().day(Feed.USAGE) - 1, WINDOW);
    }

    private static long daysPerPerson(UsageFacts usage, long last) {
        long first = usage.firstPersonDay();
        long history = Math.min(WINDOW, last - first + 1 - usage.known().unknown(first, last));
        long mask = usage.mask(last - WINDOW + 1, last);
        long people = usage.people().active(mask, UsageFacts.PEOPLE);
        if (history < HABIT_DAYS) {
            return Reading.MISSING;
        }
        return people == 0 ? 0 : usage.people().total(mask, UsageFacts.PEOPLE) * 1000 * WINDOW / (people * history);
    }

    private static long features(UsageFacts usage, Set<String> core, long last) {
        DayBits features = usage.features();
        long mask = usage.mask(last - WINDOW + 1, last);
        if (core.isEmpty()) {
            return features.count(mask, UsageFacts.FEATURES);
        }
        long used = 0;
        for (String feature : core) {
            used += (features.of(Fingerprint.of(feature)) & mask) == 0 ? 0 : 1;
        }
        return used;
    }

    static String sentence(MeasureKind kind, Context context, long value) {
        if (value == Reading.MISSING) {
            return missing(kind, context);
        }
        UsageSpan span = UsageSpan.of(context);
        if (span.never(context)) {
            return "Never used since " + Days.date(span.first());
        }
        return switch (kind) {
            case ACTIVE_SEATS ->
                about(context) + Words.percent(value) + " of "
                        + Words.count(context.commercial().seats(), "paid seat") + " active in 28 days";
            case ACTIVE_DAYS -> "Active people used it on " + Words.decimal(value) + " of 28 days on average";
            default -> Words.count(value / 1000, "core feature") + " used in 28 days";
        };
    }

    private static String missing(MeasureKind kind, Context context) {
        UsageFacts usage = context.usage();
        if (forgotten(context)) {
            return "Not known any more: its source has been quiet for long while another tells";
        }
        if (kind == MeasureKind.ACTIVE_SEATS && context.commercial().seats() <= 0) {
            return "No open contract with paid seats";
        }
        if (kind == MeasureKind.ACTIVE_DAYS && usage.firstPersonDay() != UsageFacts.NONE) {
            long days = Math.max(0, context.view().day() - usage.firstPersonDay());
            return "Collecting, " + Math.min(days, HABIT_DAYS) + " of " + HABIT_DAYS + " days";
        }
        UsageSpan span = UsageSpan.of(context);
        if (usage.firstDay() == UsageFacts.NONE && span.known() && !span.warm(context)) {
            return span.collecting(context.model().signals().warmUpDays());
        }
        return kind == MeasureKind.CORE_FEATURES ? "No use of a named feature yet" : "No use by a named person yet";
    }

    private static String about(Context context) {
        long today = context.view().day(Feed.USAGE);
        long mask = context.usage().mask(today - WINDOW + 1, today);
        return context.usage().people().estimated(mask, UsageFacts.PEOPLE) ? "About " : "";
    }
}
