package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.model.MeasureKind;

/** What use of the product, as far as there is any, lacks. Where there is none, that is a silence and told as one. */
public final class Adoption {

    private static final int FOUR_WEEKS = 28;

    /** So many weekdays without use are the beginning of a silence, and no mere drop. */
    private static final int STILL_IN_USE_WEEKDAYS = 2;

    private Adoption() {}

    /**
     * By how much use of a week fell, thousandths; 0 where it rose, or is as low in each month. {@link Reading#MISSING} while that
     * cannot be told.
     */
    public static long fall(Context context) {
        long trend = Reading.value(MeasureKind.WEEK_TREND, context);
        if (ended(context) || trend >= 0) {
            return 0;
        }
        boolean known = trend != Reading.MISSING && UsageFall.known(context);
        return known ? UsageFall.of(context).share() : Reading.MISSING;
    }

    public static boolean stillInUse(Context context) {
        long today = context.view().day(Feed.USAGE);
        long last = context.usage().lastUse(today - 1);
        return last != -UsageFacts.NONE
                && context.usage().known().weekdaysBetween(last, today) <= STILL_IN_USE_WEEKDAYS;
    }

    /** Whether anybody used it on one of the last 7 finished days. */
    public static boolean usedLately(Context context) {
        return UsageAbsence.usedDaysOfWeek(context) > 0;
    }

    /** Active of paid seats, thousandths, once four weeks are known. */
    public static long activeSeats(Context context) {
        return fourWeeks(context) ? Reading.value(MeasureKind.ACTIVE_SEATS, context) : Reading.MISSING;
    }

    /** Core features in use, once four weeks are known. */
    public static long features(Context context) {
        long features = fourWeeks(context) ? Reading.value(MeasureKind.CORE_FEATURES, context) : Reading.MISSING;
        return features == Reading.MISSING ? features : features / 1000;
    }

    private static boolean fourWeeks(Context context) {
        return UsageSpan.of(context).days() >= FOUR_WEEKS && !ended(context);
    }

    /** Whether the register knows contracts, and none is open. */
    public static boolean ended(Context context) {
        return context.commercial().known() && !context.commercial().open();
    }

    /** What fell, by how much, in which days, compared with what. */
    public static String fallSentence(Context context) {
        if (ended(context)) {
            return "No contract is open any more";
        }
        UsageFall fall = UsageFall.of(context);
        return fall(context) == Reading.MISSING ? fall.uses() + ", with too few before it to compare" : fall.sentence();
    }

    public static String seatsSentence(Context context) {
        long share = activeSeats(context);
        if (share == Reading.MISSING) {
            return "No paid seats are judged any more";
        }
        long seats = context.commercial().seats();
        return Words.percent(share) + " of " + Words.count(seats, "paid seat") + " active in 28 days"
                + sinceStart(context);
    }

    public static String featuresSentence(Context context) {
        long features = features(context);
        return features == Reading.MISSING
                ? "No features are judged any more"
                : Words.count(features, "core feature") + " used in 28 days" + sinceStart(context);
    }

    private static String sinceStart(Context context) {
        long since = context.commercial().openSince();
        return context.commercial().open()
                ? ", " + Words.count(context.view().day() - since, "day") + " after the start on " + Days.date(since)
                : "";
    }
}
