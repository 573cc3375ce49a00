package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.forecast.Driver;
import java.util.List;

/**
 * How likely a contract renews, and with how much. In millionths.
 *
 * @param contracts given that it renews
 * @param expands given that it renews
 * @param drivers the base rate first; their points sum to {@code renews}
 */
public record Probabilities(int renews, int contracts, int expands, List<Driver> drivers) {}
