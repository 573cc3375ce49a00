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
 * @param category of the model
 * @param renews millionths, by the model
 * @param health null while the account had no score
 * @param signals that were open
 * @param judged the call of the manager then, else of the CSM; null where the model stood alone
 */
public record KnownBefore(
        String contractId,
        LocalDate on,
        LocalDate day,
        Category category,
        int renews,
        List<Driver> drivers,
        @Nullable HealthView health,
        List<OpenSignal> signals,
        @Nullable Called judged) {

    /** What a person in charge called a renewal; {@code by} is csm or manager. */
    public record Called(String by, Category category) {}

    /** The category of the final call. */
    public Category called() {
        return judged == null ? category : judged.category();
    }

    /** Whether nobody who read the forecast would have worried. */
    public boolean green() {
        return called() == Category.COMMIT || called() == Category.BEST_CASE;
    }
}
