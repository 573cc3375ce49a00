package io.playcaller.bench.forecast;

/**
 * What a service did with a portfolio.
 *
 * @param takenInPerSecond contracts that came from Kafka and were forecast
 * @param firstMillis how long the first question for the portfolio waited, for which all contracts are read
 * @param changes how many contracts were changed one by one
 * @param medianMillis from when a change was sent to Kafka until an answer that has it was read
 * @param slowestMillis the slowest of these
 */
public record ChangeFigures(
        int contracts,
        double takenInPerSecond,
        double firstMillis,
        int changes,
        double medianMillis,
        double slowestMillis) {}
