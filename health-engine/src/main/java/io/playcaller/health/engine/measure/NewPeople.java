package io.playcaller.health.engine.measure;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.health.engine.fact.DayBits;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.UsageFacts;

/**
 * People who begin to use the product beside those who do already. No fact names teams: several at once, many of those who were there,
 * are taken for one. Of who used it when, 28 days are looked at: at the oldest day that a late fact may judge again, not many more
 * are known.
 */
public final class NewPeople {

    private static final int WEEK = 7;

    /** Fewer are no team, and those before them none to compare with. */
    private static final int TEAM = 5;

    private NewPeople() {}

    /**
     * In thousandths; 0 where they are too few. {@link Reading#MISSING} where four weeks are not known, where more people use it than
     * are told apart, and within four weeks after the account was another one.
     */
    public static long share(Context context) {
        if (Adoption.ended(context) || !known(context)) {
            return Reading.MISSING;
        }
        long before = before(context);
        long fresh = fresh(context);
        return fresh < TEAM || before < TEAM ? 0 : Math.min(1_000_000, fresh * 1000 / before);
    }

    public static String sentence(Context context) {
        if (!known(context)) {
            return "Who is new is not known any more";
        }
        long fresh = fresh(context);
        return (fresh == 1 ? "1 person" : fresh + " people") + " of the 7 days to " + Days.date(yesterday(context))
                + " had not used it in the 3 weeks before, in which " + before(context) + " did";
    }

    private static boolean known(Context context) {
        UsageFacts usage = context.usage();
        long start = usage.known().before(yesterday(context), DayBits.WINDOW - 1);
        return UsageSpan.of(context).days() >= DayBits.WINDOW
                && usage.firstPersonDay() <= start
                && UsageAbsence.separatedOn(context.view()) < start
                && !usage.people()
                        .estimated(
                                usage.mask(yesterday(context) - DayBits.WINDOW + 1, yesterday(context)),
                                UsageFacts.PEOPLE);
    }

    private static long fresh(Context context) {
        long yesterday = yesterday(context);
        return people(context, yesterday - DayBits.WINDOW + 1, yesterday) - before(context);
    }

    private static long before(Context context) {
        long weekBefore = context.usage().known().before(yesterday(context), WEEK);
        return people(context, weekBefore - (DayBits.WINDOW - WEEK) + 1, weekBefore);
    }

    private static long people(Context context, long first, long last) {
        UsageFacts usage = context.usage();
        return usage.people().count(usage.mask(first, last), UsageFacts.PEOPLE);
    }

    private static long yesterday(Context context) {
        return context.view().day(Feed.USAGE) - 1;
    }
}
