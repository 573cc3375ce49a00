package io.playcaller.forecast.learning.app;

import io.playcaller.forecast.learning.ClosedAccount;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The pasts of accounts, slice by slice, and whose turn it is to learn from them. */
public interface ClosedAccounts {

    /** The accounts with a contract after {@code accountId}, in order, as of {@code today}; short of {@code limit} at the end. */
    Uni<List<ClosedAccount>> after(String accountId, LocalDate today, int limit);

    /** True for one replica in each {@code every}; inside the transaction that this one will have had its turn in. */
    Uni<Boolean> takeTurn(SqlConnection transaction, Instant now, Duration every);

    /** The versions of model and process that all contracts were last forecast with. */
    Uni<String> spread();

    /** Says that all contracts have been forecast with these versions. */
    Uni<Void> spread(String version);
}
