package io.playcaller.forecast.engine.calibration;

/**
 * What periods do to all renewals at once, as seen so far: the deviation of a shift of the log-odds, by the method of moments (in the manner of
 * DerSimonian and Laird 1986). Of a period in which {@code said} renewals were expected with variance {@code v} if contracts were
 * independent, and {@code came} came, {@code (came - said)^2} is {@code v + v^2 * deviation^2} on average. What is believed
 * beforehand counts as much as some average periods do, of a hundred renewals each at least: small ones tell next to nothing of it.
 */
public final class PeriodDeviation {

    private static final double BELIEF_WEIGHT = 4;
    private static final double MOST = 2;
    /** Of a hundred renewals of which ninety were expected, {@code v^2}. */
    private static final double LEAST_SQUARE = 81;

    private final double believed;
    private final double weight;
    private double excess;
    private double squares;
    private int periods;

    /**
     * @param believed deviation before anything was seen
     * @param weight how many average periods that belief is worth
     */
    public PeriodDeviation(double believed, double weight) {
        this.believed = believed;
        this.weight = weight;
    }

    /** Nothing seen yet; the belief is worth four average periods. */
    public static PeriodDeviation believing(double believed) {
        return new PeriodDeviation(believed, BELIEF_WEIGHT);
    }

    /** What is taken in of the contracts of one period: sums, so that a period may have any number of them. */
    public static final class Period {

        private double above;
        private double variance;
        private int contracts;

        /** Adds a contract: the probability that it renews, as it was said before, and whether it did. */
        public void add(double renews, boolean renewed) {
            above += (renewed ? 1 : 0) - renews;
            variance += renews * (1 - renews);
            contracts++;
        }

        public int contracts() {
            return contracts;
        }
    }

    /** Takes in a period that ended. */
    public void saw(Period period) {
        excess += period.above * period.above - period.variance;
        squares += period.variance * period.variance;
        periods++;
    }

    /** Takes in a period that ended: the probability of each of its contracts, as it was said before, and whether it renewed. */
    public void saw(double[] renews, boolean[] renewed) {
        Period period = new Period();
        for (int i = 0; i < renews.length; i++) {
            period.add(renews[i], renewed[i]);
        }
        saw(period);
    }

    /** From 0 to 2. */
    public double deviation() {
        if (periods == 0) {
            return believed;
        }
        double prior = weight * Math.max(LEAST_SQUARE, squares / periods);
        double square = (excess + prior * believed * believed) / (squares + prior);
        return Math.min(MOST, Math.sqrt(Math.max(0, square)));
    }
}
