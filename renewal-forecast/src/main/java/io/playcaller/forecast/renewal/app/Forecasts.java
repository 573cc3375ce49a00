package io.playcaller.forecast.renewal.app;

import io.playcaller.forecast.engine.ledger.LedgerProblem;
import io.playcaller.forecast.renewal.AccountInputs;
import io.playcaller.forecast.renewal.ForecastChanges;
import io.playcaller.forecast.renewal.StoredForecast;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/** Forecasts in force and what they are made from, inside one transaction. */
public interface Forecasts {

    /** These accounts, and those that are merged with any of them. */
    Uni<NavigableSet<String>> together(SqlConnection transaction, Collection<String> accountIds);

    /** Holds the accounts until the transaction ends; locks are taken in order of id. */
    Uni<Void> lock(SqlConnection transaction, Collection<String> accountIds);

    /** The business time of the transaction. */
    Uni<Instant> now(SqlConnection transaction);

    /** Everything that is known of the accounts. */
    Uni<List<AccountInputs>> inputs(SqlConnection transaction, Collection<String> accountIds);

    /** The stored forecasts of the accounts, by account. */
    Uni<Map<String, List<StoredForecast>>> stored(SqlConnection transaction, Collection<String> accountIds);

    /** Writes the changes. */
    Uni<Void> write(SqlConnection transaction, ForecastChanges changes);

    /** Replaces what is listed as wrong with the accounts' contracts. */
    Uni<Void> problems(SqlConnection transaction, Map<String, List<LedgerProblem>> byAccount, Instant now);
}
