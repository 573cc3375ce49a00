package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.fact.View;

/**
 * Since when it is known whether an account uses the product: since its first use, or since use of it would have been heard
 * of, if that was earlier. The latter only under an open contract, from whichever is last of the start of the unbroken run of
 * contracts that is open, the first fact of the account, and the first whole day of a known source of usage.
 *
 * @param first UTC day; {@link UsageFacts#NONE} while nothing is known
 * @param today how far the source of usage was alive
 * @param unknown days of it of which nothing is known
 */
record UsageSpan(long first, long today, long unknown) {

    static UsageSpan of(Context context) {
        View view = context.view();
        long firstUse = context.usage().firstDay();
        long first = Math.min(firstUse, heard(context, view));
        long today = view.day(Feed.USAGE);
        return new UsageSpan(first, today, context.usage().known().unknown(first, today));
    }

    private static long heard(Context context, View view) {
        long from = view.freeze().usageFrom();
        if (!context.commercial().open() || from == Freeze.UNHEARD) {
            return UsageFacts.NONE;
        }
        long known = Days.of(view.facts().totals().firstAt());
        return Math.max(Math.max(from, known), context.commercial().openSince());
    }

    boolean known() {
        return first != UsageFacts.NONE;
    }

    /** Finished days of it. */
    long days() {
        return known() ? Math.max(0, today - first - unknown) : 0;
    }

    /** Whether absence and decline may be concluded. */
    boolean warm(Context context) {
        return days() >= context.model().signals().warmUpDays();
    }

    /** Whether it is known by now that there was no use ever. */
    boolean never(Context context) {
        long until = context.view().settled() ? today - 1 : today;
        return warm(context) && context.usage().firstDay() > until;
    }

    /** The last day of use up to {@code day}, or else the day before all that is known. */
    long lastUse(UsageFacts usage, long day) {
        return Math.max(usage.lastUse(day), first - 1);
    }

    String collecting(int needed) {
        return "Collecting, " + days() + " of " + needed + " days";
    }
}
