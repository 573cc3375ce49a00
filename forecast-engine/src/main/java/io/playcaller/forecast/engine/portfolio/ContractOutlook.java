package io.playcaller.forecast.engine.portfolio;

import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.contract.AmountShares;
import io.playcaller.forecast.engine.contract.Outcomes;

/**
 * What a portfolio needs to know of one contract. Probabilities in millionths.
 *
 * @param arr minor units up for renewal
 * @param contracts given that it renews
 * @param expands given that it renews
 * @param shares how much less and how much more, by the model that made the forecast: contracts that were forecast by different
 *     models may have different ones
 */
public record ContractOutlook(long arr, int renews, int contracts, int expands, AmountShares shares) {

    /** One that was forecast with the shares of the prior. */
    public ContractOutlook(long arr, int renews, int contracts, int expands) {
        this(arr, renews, contracts, expands, AmountShares.prior());
    }

    /** What {@code forecast} says of its contract. */
    public static ContractOutlook of(RenewalForecast forecast) {
        return new ContractOutlook(
                forecast.arr().minor(),
                forecast.renews(),
                forecast.contracts(),
                forecast.expands(),
                AmountShares.of(forecast.shares()));
    }

    /** What may become of it, given renewal. */
    Outcomes outcomes() {
        return Outcomes.of(contracts, expands, shares);
    }

    /** What is expected to be kept without growth: minor units, half up. Expected figures of groups are sums of these. */
    public long expectedRetained() {
        return Lottery.retained(arr, outcomes()).expected(renews);
    }

    /** The same with growth. */
    public long expectedNet() {
        return Lottery.net(arr, outcomes()).expected(renews);
    }

    /** The same contract with another probability of renewal. */
    public ContractOutlook renewing(int millionths) {
        return new ContractOutlook(arr, millionths, contracts, expands, shares);
    }

    /** The same contract, or a part of it, with another amount. */
    public ContractOutlook worth(long minor) {
        return new ContractOutlook(minor, renews, contracts, expands, shares);
    }
}
