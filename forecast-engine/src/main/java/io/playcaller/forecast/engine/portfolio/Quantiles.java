package io.playcaller.forecast.engine.portfolio;

/**
 * 5%, 50% and 95% quantile of an amount, and what is expected of it, in minor units.
 *
 * @param mean the sum of what is expected of each contract, so that the means of the parts of a group sum to that of the
 *     whole
 */
public record Quantiles(long low, long median, long high, long mean) {

    /** An amount that is certain. */
    public static Quantiles certain(long amount) {
        return new Quantiles(amount, amount, amount, amount);
    }
}
