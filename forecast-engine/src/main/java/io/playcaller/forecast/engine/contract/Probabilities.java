package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.forecast.Driver;
import io.playcaller.forecast.engine.LogOdds;
import java.util.List;

/**
 * How likely a contract renews, and with how much. In millionths.
 *
 * @param contracts given that it renews
 * @param expands given that it renews
 * @param drivers the base rate first; their points sum to {@code renews}
 */
public record Probabilities(int renews, int contracts, int expands, List<Driver> drivers) {

    /**
     * Renewal by its drivers, and less, the same or more by odds against the same: a multinomial.
     *
     * @param less odds of renewing with less against the same
     * @param more odds of renewing with more against the same
     */
    static Probabilities of(List<Driver> drivers, double less, double more) {
        double total = 1 + less + more;
        return new Probabilities(
                Math.toIntExact(drivers.stream().mapToLong(Driver::points).sum()),
                (int) Math.floor(less / total * LogOdds.ONE),
                (int) Math.floor(more / total * LogOdds.ONE),
                drivers);
    }
}
