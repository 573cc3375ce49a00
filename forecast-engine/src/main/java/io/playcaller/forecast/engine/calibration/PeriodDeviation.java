package io.playcaller.forecast.engine.calibration;

/**
 * What periods do to all renewals at once, as seen so far: the deviation of a shift of the log-odds, by the method of moments (in the manner of
 * DerSimonian and Laird 1986). Of a period in which {@code said} renewals were expected with variance {@code v} if contracts were
 * independent, and {@code came} came, {@code (came - said)^2} is {@code v + v^2 * deviation^2} on average. What is believed
 * beforehand counts as much as some average periods do.
 *
 */
public final class PeriodDeviation {

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

    /** Takes in a period that ended: the probability of each of its contracts, as it was said before, and whether it renewed. */
    public void saw(double[] renews, boolean[] renewed) {
        double above = 0;
        double variance = 0;
        for (int i = 0; i < renews.length; i++) {
            above += (renewed[i] ? 1 : 0) - renews[i];
            variance += renews[i] * (1 - renews[i]);
        }
        excess += above * above - variance;
        squares += variance * variance;
        periods++;
    }

    /** Never below 0. */
    public double deviation() {
        if (periods == 0) {
            return believed;
        }
        double prior = weight * squares / periods;
        return Math.sqrt(Math.max(0, (excess + prior * believed * believed) / (squares + prior)));
    }
}
