package io.playcaller.bench.forecast;

/**
 * What was measured.
 *
 * @param wholeMillis to forecast every contract and the figures of four quarters: median of the rounds
 * @param slowestMillis the slowest of the rounds
 * @param contractsMillis of the median round, the forecasts alone
 * @param cpuMicrosPerContract of the process, collector and compiler included, over all rounds
 * @param changes how many contracts were changed one by one
 * @param changeMedianMillis from a change's commit until it is in the figures of its quarter
 * @param changeSlowestMillis the slowest of these
 */
public record ForecastFigures(
        int contracts,
        int rounds,
        double wholeMillis,
        double slowestMillis,
        double contractsMillis,
        double cpuMicrosPerContract,
        int changes,
        double changeMedianMillis,
        double changeSlowestMillis) {}
