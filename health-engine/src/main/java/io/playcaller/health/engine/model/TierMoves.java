package io.playcaller.health.engine.model;

/**
 * How long a tier holds on when ARR moves. At the end of a term a lower one applies at once.
 *
 * @param upAfterDays a higher one applies after so many days at or above its limit
 * @param downAfterDays a lower one applies after so many days clearly below the limit
 * @param downBelow how far that is, in percent of the limit
 */
public record TierMoves(int upAfterDays, int downAfterDays, int downBelow) {

    private static final int PERCENT = 100;

    public TierMoves {
        Require.range("tierMoves.upAfterDays", upAfterDays, 0, 365);
        Require.range("tierMoves.downAfterDays", downAfterDays, 0, 365);
        Require.range("tierMoves.downBelow", downBelow, 0, PERCENT);
    }

    /** Whether {@code arr} is clearly below {@code limit}. */
    public boolean clearlyBelow(long arr, long limit) {
        return arr < limit - limit / PERCENT * downBelow - limit % PERCENT * downBelow / PERCENT;
    }
}
