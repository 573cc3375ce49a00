package io.playcaller.forecast.engine.portfolio;

/**
 * What a portfolio needs to know of one contract. Probabilities in millionths.
 *
 * @param arr minor units up for renewal
 * @param contracts given that it renews
 * @param expands given that it renews
 */
public record ContractOutlook(long arr, int renews, int contracts, int expands) {

    /** What is expected to be kept without growth: minor units, half up. Expected figures of groups are sums of these. */
    public long expectedRetained() {
        return Lottery.retained(this).expected(renews);
    }

    /** The same with growth. */
    public long expectedNet() {
        return Lottery.net(this).expected(renews);
    }

    /** The same contract with another probability of renewal. */
    public ContractOutlook renewing(int millionths) {
        return new ContractOutlook(arr, millionths, contracts, expands);
    }
}
