package io.playcaller.forecast.engine.memory;

import io.playcaller.contracts.Money;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A renewal that was ahead of a contract.
 *
 * @param renewalOn first day that was not paid for
 * @param arr what was up for renewal
 * @param since the renewal of the contract before this one, where its day had come too; null where none is remembered
 * @param before the renewal before {@code since}; null where none is remembered
 */
public record Due(
        String contractId,
        LocalDate renewalOn,
        Money arr,
        @Nullable LocalDate since,
        @Nullable LocalDate before) {

    /** One of which no renewal before is remembered. */
    public Due(String contractId, LocalDate renewalOn, Money arr) {
        this(contractId, renewalOn, arr, null, null);
    }

    /** The renewal before this one, as far as it is remembered; empty where none is. */
    Optional<Due> previous() {
        return Optional.ofNullable(since).map(day -> new Due(contractId, day, arr, before, null));
    }
}
