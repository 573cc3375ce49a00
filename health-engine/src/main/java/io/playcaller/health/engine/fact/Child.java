package io.playcaller.health.engine.fact;

/**
 * A child account as it was last told to its parent.
 *
 * @param score milli-points; {@link #NO_SCORE} while it has none
 * @param confidence millionths
 * @param arr minor units of the child and those below it; 0 without any
 * @param currency of the ARR; empty without any
 * @param contract whether it, or one below it, holds an open contract
 * @param levels of accounts from it downwards; {@link #LEFT} when it is no child any more
 */
public record Child(long score, int confidence, long arr, String currency, boolean contract, int levels) {

    public static final long NO_SCORE = -1;
    public static final int LEFT = 0;

    /** Deeper trees are not rolled up; in a circle of parents levels rise beyond it, so that nobody in it is counted. */
    public static final int MOST_LEVELS = 8;

    /** Whether its score is one that may count. */
    public boolean counts() {
        return score != NO_SCORE && levels != LEFT && levels <= MOST_LEVELS;
    }
}
