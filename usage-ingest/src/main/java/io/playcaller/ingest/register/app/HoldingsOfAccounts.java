package io.playcaller.ingest.register.app;

import io.playcaller.ingest.register.AccountHoldings;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** What is on record of accounts. For people who ask: it reads all edges of people, and nothing is locked meanwhile. */
public interface HoldingsOfAccounts {

    /**
     * What an account has on a day (UTC).
     *
     * @param other the account that some of its people may be of, too
     */
    Uni<AccountHoldings> of(String accountId, String other, LocalDate on);
}
