package io.playcaller.health.engine.measure;

import io.playcaller.health.engine.fact.KnownDays;
import io.playcaller.health.engine.fact.UsageFacts;

/**
 * Use of the last 7 finished known days beside that of the 28 before them.
 *
 * <p>Where a source was long silent ({@link KnownDays}), seven known days are not one of each weekday: with Friday to Sunday on both
 * sides of the silence they are three weekdays and four days of a weekend. So each day is held against what days of its weekday had in the 28 days before;
 * without a silence in them that is what was used in these.
 *
 * @param week uses of the 7 days
 * @param before uses of the 28 days before them, had they had the weekdays of the 7; 0 where one of these weekdays was not among them
 * @param asItWas uses of the 28 days
 * @param cut whether the silence lies in the 7 days
 */
record LikeWeeks(long week, long before, long asItWas, boolean cut) {

    static final int WEEK = 7;
    static final int WEEKS_BEFORE = 4;

    /** So many known days are looked at. */
    static final int SPAN = WEEK * (WEEKS_BEFORE + 1);

    private static final long THOUSAND = 1000;

    /** @param yesterday the last finished UTC day */
    static LikeWeeks of(UsageFacts usage, long yesterday) {
        KnownDays known = usage.known();
        long week = usage.sum(yesterday - WEEK + 1, yesterday);
        long weekBefore = known.before(yesterday, WEEK);
        long asItWas = usage.sum(weekBefore - WEEK * WEEKS_BEFORE + 1, weekBefore);
        boolean unbroken = known.unknown(known.before(yesterday, SPAN - 1), yesterday) == 0;
        boolean cut = !unbroken && known.unknown(known.before(yesterday, WEEK - 1), yesterday) > 0;
        return new LikeWeeks(week, unbroken ? asItWas : onSameWeekdays(usage, yesterday), asItWas, cut);
    }

    private static long onSameWeekdays(UsageFacts usage, long yesterday) {
        KnownDays known = usage.known();
        long newest = known.slot(yesterday);
        long[] uses = new long[WEEK];
        long[] days = new long[WEEK];
        for (int back = WEEK; back < SPAN; back++) {
            long day = known.day(newest + back);
            uses[weekday(day)] += usage.count(day);
            days[weekday(day)]++;
        }
        long thousandths = 0;
        for (int back = 0; back < WEEK; back++) {
            int weekday = weekday(known.day(newest + back));
            if (days[weekday] == 0) {
                return 0;
            }
            thousandths += uses[weekday] * WEEKS_BEFORE * THOUSAND / days[weekday];
        }
        return thousandths / THOUSAND;
    }

    private static int weekday(long day) {
        return Math.floorMod(day, WEEK);
    }

    /** Whether the 28 days had other weekdays than the 7. */
    boolean weekdaysDiffer() {
        return before != asItWas;
    }

    /** Uses of some week with each weekday once, had it had the weekdays of the 7 days: which differ where these are cut. */
    long like(long uses) {
        return asItWas == 0 || !cut ? uses : (long) ((double) uses * before / asItWas);
    }
}
