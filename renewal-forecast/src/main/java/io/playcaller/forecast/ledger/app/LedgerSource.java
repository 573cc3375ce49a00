package io.playcaller.forecast.ledger.app;

import io.playcaller.forecast.ledger.LedgerInputs;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** What is known of contracts, accounts and rates. */
public interface LedgerSource {

    /** Today in UTC, by business time. */
    Uni<LocalDate> today();

    /** All of it. */
    Uni<LedgerInputs> inputs();
}
