package io.playcaller.forecast.engine.portfolio;

/**
 * What a portfolio needs to know of one contract. Probabilities in millionths.
 *
 * @param arr minor units up for renewal
 * @param contracts given that it renews
 * @param expands given that it renews
 */
public record ContractOutlook(long arr, int renews, int contracts, int expands) {}
