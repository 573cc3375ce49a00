package io.playcaller.forecast.engine.portfolio;

/**
 * What a group of contracts of one currency will keep, as distributions.
 *
 * @param contracts how many
 * @param arr what is up for renewal, minor units
 * @param expectedRetained the sum of what is expected of each contract without growth
 * @param expectedNet the same with growth
 */
public record RetentionDistribution(
        int contracts,
        long arr,
        AmountDistribution retained,
        long expectedRetained,
        AmountDistribution net,
        long expectedNet) {

    /** Its quantiles. */
    public RetentionForecast forecast() {
        return new RetentionForecast(contracts, arr, retained.quantiles(expectedRetained), net.quantiles(expectedNet));
    }
}
