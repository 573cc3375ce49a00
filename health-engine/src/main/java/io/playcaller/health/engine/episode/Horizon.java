package io.playcaller.health.engine.episode;

import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.UsageFacts;

/**
 * How far back an account is judged, in milliseconds.
 *
 * @param start where judging begins
 * @param kept where the track begins that is kept
 * @param baseAt before it, late facts change nothing; {@link Watch#NO_BASE} while the account's first history comes
 * @param onceSince what happens once is found from here on
 */
record Horizon(long start, long kept, long baseAt, long onceSince) {

    /** How far back a late fact still opens, moves or retracts an episode. */
    private static final int LATENESS_DAYS = 26;

    /** How far the track reaches behind the base: a drop is judged by the days before it. */
    private static final int LOOK_BACK_DAYS = 8;

    /** How long an open import keeps the base of an account in use from moving on. */
    private static final int HOLD_DAYS = 8;

    /** @param firstAt the account's first fact, milliseconds; {@link UsageFacts#NONE} where all of it was taken back */
    static Horizon of(Watch before, long firstAt, long today, Past past) {
        long baseAt = baseAt(before, today, past);
        long first = firstAt == UsageFacts.NONE ? today : Days.of(firstAt);
        long start = Math.max(first, reach(Math.min(before.baseAt(), baseAt), today));
        long kept = Math.max(first, reach(baseAt, today));
        long onceSince = baseAt == Watch.NO_BASE ? latest(today) : baseAt;
        return new Horizon(Days.start(start), Days.start(kept), baseAt, onceSince);
    }

    /** While an import is open the base stays where it was, for some days. */
    private static long baseAt(Watch before, long today, Past past) {
        if (!before.based()) {
            return past == Past.COMING ? Watch.NO_BASE : latest(today);
        }
        return past == Past.SETTLED ? latest(today) : Math.max(before.baseAt(), latest(today - HOLD_DAYS));
    }

    private static long latest(long today) {
        return Days.start(today - LATENESS_DAYS);
    }

    /** The day on which the track begins for a base at {@code baseAt}. */
    private static long reach(long baseAt, long today) {
        long usual = today - LATENESS_DAYS - LOOK_BACK_DAYS;
        long day = baseAt == Watch.NO_BASE ? usual : Math.min(usual, Days.of(baseAt) - LOOK_BACK_DAYS);
        return Math.max(day, usual - HOLD_DAYS);
    }
}
