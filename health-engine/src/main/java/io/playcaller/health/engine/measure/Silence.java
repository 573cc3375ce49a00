package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.fact.View;

/** What is said of a silence that was noticed: since when, and whether it lasts. Days are UTC days. */
public final class Silence {

    private Silence() {}

    /**
     * The sentence, as the facts stand.
     *
     * @param noticed the day on which it was
     * @param leave days of use among the last 7 finished that end it
     */
    public static String sentence(Context context, long noticed, long leave) {
        View view = context.view();
        long today = view.day(Feed.USAGE);
        long last = context.usage().lastUse(today);
        if (UsageAbsence.silentDays(context) == Reading.MISSING) {
            return "No use is known any more";
        }
        if (last >= noticed) {
            return again(context, today - last, leave);
        }
        return absence(context, last) + (view.frozen(Feed.USAGE) ? "" : "; the source of usage is alive");
    }

    private static String again(Context context, long ago, long leave) {
        int days = UsageAbsence.usedDaysOfWeek(context);
        String end = "; over with use on " + leave;
        if (days > 0) {
            return "In use again, on " + days + " of the last 7 finished days" + end;
        }
        String since = ago == 0 ? "In use again today" : "Used again, last " + Words.count(ago, "day") + " ago";
        return since + end + " of 7 finished days";
    }

    private static String absence(Context context, long last) {
        View view = context.view();
        long today = view.day(Feed.USAGE);
        long separated = UsageAbsence.separatedOn(view);
        if (separated > last) {
            return "No meaningful use for " + Words.count(today - 1 - separated, "day")
                    + " since it was separated from another account on " + Days.date(separated) + until(view);
        }
        if (last == -UsageFacts.NONE) {
            UsageSpan span = UsageSpan.of(context);
            return "Never used in the " + Words.count(span.days(), "day") + " since " + Days.date(span.first())
                    + until(view);
        }
        String ago = Words.count(today - last, "day");
        return view.frozen(Feed.USAGE)
                ? "Last meaningful use on " + Days.date(last) + ", " + ago + " before its source went quiet on "
                        + Days.date(today)
                : "Last meaningful use " + ago + " ago, on " + Days.date(last);
    }

    /** To be said after how long it lasts, while nothing more is known. */
    private static String until(View view) {
        return view.frozen(Feed.USAGE) ? ", as far as its source told until " + Days.date(view.day(Feed.USAGE)) : "";
    }
}
