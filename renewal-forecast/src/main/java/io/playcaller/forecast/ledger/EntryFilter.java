package io.playcaller.forecast.ledger;

import io.playcaller.forecast.engine.ledger.LedgerEntry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the ledger are asked for; null asks for all.
 *
 * @param until first day after those that are asked for
 */
public record EntryFilter(
        @Nullable String accountId,
        @Nullable String contractId,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Whether an entry is among them. */
    public boolean takes(LedgerEntry entry) {
        return (accountId == null || entry.accountId().equals(accountId))
                && (contractId == null
                        || entry.postings().stream()
                                .anyMatch(posting -> posting.contractId().equals(contractId)))
                && (from == null || !entry.on().isBefore(from))
                && (until == null || entry.on().isBefore(until));
    }
}
