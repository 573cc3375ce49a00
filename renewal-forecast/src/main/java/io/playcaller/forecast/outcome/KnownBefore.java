package io.playcaller.forecast.outcome;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.Driver;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.contract.OpenSignal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a contract before it turned, as its snapshot of that day kept it.
 *
 * @param on the day of the turn
 * @param day of the snapshot
 * @param renews millionths
 * @param health null while the account had no score
 * @param signals that were open
 */
public record KnownBefore(
        String contractId,
        LocalDate on,
        LocalDate day,
        Category category,
        int renews,
        List<Driver> drivers,
        @Nullable HealthView health,
        List<OpenSignal> signals) {

    /** Whether nobody who read the forecast would have worried. */
    public boolean green() {
        return category == Category.COMMIT || category == Category.BEST_CASE;
    }
}
