package io.playcaller.contracts.forecast;

/**
 * Amount retained at renewal: 5%, 50% and 95% quantile, minor units of the contract's currency.
 */
public record Interval(long low, long median, long high) {}
