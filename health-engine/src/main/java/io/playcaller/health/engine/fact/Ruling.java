package io.playcaller.health.engine.fact;

/**
 * One of ours said what a measure, or the whole score, counts as from {@code at} on.
 *
 * @param target id of the measure, or {@link #SCORE}
 * @param points milli-points; {@link #CLEARED} where it counts as computed again
 * @param until the first time at which it no longer holds, milliseconds; {@code at} where it is cleared
 */
public record Ruling(long at, int tie, String target, long points, long until) implements Mark {

    /** The whole score. */
    public static final String SCORE = "";

    public static final long CLEARED = -1;

    /** The longest that one holds. */
    static final long LONGEST_DAYS = 90;

    /** So long before its end whoever works with the account is reminded. */
    private static final long REMIND_DAYS = 3;

    /** When it is said that it will end; before {@code at} where it does not hold for so long. */
    public long remindAt() {
        return until - REMIND_DAYS * Days.MILLIS;
    }

    public boolean set() {
        return points != CLEARED;
    }
}
