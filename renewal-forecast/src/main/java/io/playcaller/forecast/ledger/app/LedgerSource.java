package io.playcaller.forecast.ledger.app;

import io.playcaller.forecast.ledger.EntryFilter;
import io.playcaller.forecast.ledger.LedgerInputs;
import io.playcaller.forecast.ledger.RetentionQuestion;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** What is known of contracts, accounts and rates. */
public interface LedgerSource {

    /** Today in UTC, by business time. */
    Uni<LocalDate> today();

    /** All of it. */
    Uni<LedgerInputs> inputs();

    /** What {@code question} needs of it: all contracts, rates in constant currency only, of attributes only what slices. */
    Uni<LedgerInputs> inputs(RetentionQuestion question);

    /**
     * What entries are made from, without rates and attributes: of one account, or of the account of one contract, only its
     * contracts and those of the accounts that it is merged with.
     */
    Uni<LedgerInputs> inputs(EntryFilter filter);
}
