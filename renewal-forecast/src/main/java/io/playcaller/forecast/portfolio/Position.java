package io.playcaller.forecast.portfolio;

import io.playcaller.forecast.portfolio.Holding.Decided;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a contract is to the portfolio: a renewal ahead, a holding, or both.
 *
 * @param customer the number of its customer among those of its group
 */
record Position(
        String accountId,
        int customer,
        @Nullable Renewal renewal,
        @Nullable Holding holding) {

    /** Its renewal if that is to be decided on a day from {@code from} on and before {@code end}. */
    @Nullable
    Renewal due(LocalDate from, LocalDate end) {
        return renewal != null && renewal.isDue(from, end) ? renewal : null;
    }

    /** The last of its renewals from {@code from} on and before {@code end} that are decided. */
    @Nullable
    Decided decided(LocalDate from, LocalDate end) {
        return holding == null ? null : holding.last(from, end).orElse(null);
    }

    /** ARR today, minor units. */
    long inForce() {
        return holding == null ? 0 : Math.max(0, holding.inForce());
    }
}
