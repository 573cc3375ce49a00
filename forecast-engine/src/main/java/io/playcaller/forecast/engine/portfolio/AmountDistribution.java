package io.playcaller.forecast.engine.portfolio;

/** How much a group may keep: probabilities of equally wide cells from 0 up. Amounts are minor units. */
public final class AmountDistribution {

    private static final double LOW = 0.05;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.95;
    /** Sums of many doubles miss their level by rounding. */
    private static final double TOLERANCE = 1e-12;

    private final double[] mass;
    private final double cellWidth;

    AmountDistribution(double[] mass, double cellWidth) {
        this.mass = mass;
        this.cellWidth = cellWidth;
    }

    /** Nothing, for sure. */
    static AmountDistribution nothing() {
        return new AmountDistribution(new double[] {1}, 1);
    }

    /** The least amount that is not exceeded with probability {@code level}, to half a cell. */
    public long quantile(double level) {
        double below = 0;
        for (int cell = 0; cell < mass.length; cell++) {
            below += mass[cell];
            if (below >= level - TOLERANCE) {
                return Math.round(cell * cellWidth);
            }
        }
        return Math.round((mass.length - 1) * cellWidth);
    }

    /** How probable it is that {@code amount} or more is kept, between 0 and 1; amounts are told apart to half a cell. */
    public double atLeast(long amount) {
        double least = amount - cellWidth / 2;
        double probability = 0;
        for (int cell = mass.length - 1; cell >= 0 && cell * cellWidth >= least; cell--) {
            probability += mass[cell];
        }
        return Math.min(1, probability);
    }

    Quantiles quantiles(long expected) {
        return new Quantiles(quantile(LOW), quantile(MEDIAN), quantile(HIGH), expected);
    }
}
