package io.playcaller.forecast.engine.portfolio;

/** 5%, 50% and 95% quantile and the mean of an amount, in minor units. */
public record Quantiles(long low, long median, long high, long mean) {

    /** An amount that is certain. */
    public static Quantiles certain(long amount) {
        return new Quantiles(amount, amount, amount, amount);
    }
}
