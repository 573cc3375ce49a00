package io.playcaller.lab;

/**
 * A measure that could be read.
 *
 * @param value thousandths of its unit
 * @param points milli-points
 * @param weight millionths of the score
 */
record Measured(long value, long points, int weight) {

    private static final double MILLIONTHS = 1_000_000;
    private static final long FULL = 100_000;

    /** Milli-points of the score that it takes from full marks. */
    double cost() {
        return weight / MILLIONTHS * (FULL - points);
    }
}
