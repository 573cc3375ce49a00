package io.playcaller.forecast.engine.portfolio;

/**
 * What a group of contracts will keep.
 *
 * @param contracts how many
 * @param arr what is up for renewal, minor units
 * @param retained what is kept of it without growth
 * @param net what is kept of it with growth
 */
public record RetentionForecast(int contracts, long arr, Quantiles retained, Quantiles net) {}
