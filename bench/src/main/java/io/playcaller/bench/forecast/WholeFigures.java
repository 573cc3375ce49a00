package io.playcaller.bench.forecast;

/**
 * A portfolio that was forecast whole.
 *
 * @param wholeMillis to forecast every contract and the figures of four quarters: median of the rounds
 * @param slowestMillis the slowest of the rounds
 * @param contractsMillis of the median round, the forecasts alone
 * @param cpuMicrosPerContract of the process, collector and compiler included, over all rounds
 */
public record WholeFigures(
        int contracts,
        int rounds,
        double wholeMillis,
        double slowestMillis,
        double contractsMillis,
        double cpuMicrosPerContract) {}
