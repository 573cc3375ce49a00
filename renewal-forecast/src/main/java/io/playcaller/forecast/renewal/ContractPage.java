package io.playcaller.forecast.renewal;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.RenewalForecast;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which open contracts are asked for: those after a place in the order of renewal, at most so many. */
public record ContractPage(
        @Nullable Category category, @Nullable After after, int limit) {

    /** A place in the order of renewal. */
    public record After(LocalDate renewalOn, String contractId) {}

    /**
     * A forecast in a list.
     *
     * @param accountName the account's id while its name is not known
     */
    public record Item(String accountName, RenewalForecast forecast) {}
}
