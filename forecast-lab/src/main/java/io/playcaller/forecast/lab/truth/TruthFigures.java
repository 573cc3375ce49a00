package io.playcaller.forecast.lab.truth;

import java.util.List;

/**
 * What forecasts of generated companies came to.
 *
 * @param world how their truth was made
 * @param renewals that were forecast
 * @param logLossOfTruth of the true probabilities, which know what the quarter brings
 * @param intervals how often what was retained lay within its 90% interval, by segment, by year and over all
 */
public record TruthFigures(
        World world, int companies, long renewals, double logLoss, double logLossOfTruth, List<Coverage> intervals) {

    /**
     * How intervals held.
     *
     * @param width mean width, as a share of what was up for renewal
     */
    public record Coverage(String of, int intervals, int held, double width) {

        public double share() {
            return (double) held / intervals;
        }
    }

    /** By how much the log loss is above that of the truth. */
    public double excess() {
        return logLoss / logLossOfTruth - 1;
    }
}
