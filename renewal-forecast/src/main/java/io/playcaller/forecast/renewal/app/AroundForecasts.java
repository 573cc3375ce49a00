package io.playcaller.forecast.renewal.app;

import io.playcaller.forecast.renewal.AccountForecasts.Made;
import io.playcaller.forecast.renewal.AccountInputs;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is done in the transaction that forecasts accounts, which are locked. */
public interface AroundForecasts {

    /** Before anything is read that forecasts are made from. */
    Uni<Void> before(SqlConnection transaction, Collection<String> accountIds, Instant now);

    /**
     * After the forecasts were written.
     *
     * @param made by account, also of those that have none; an account that could not be forecast is not among them
     * @param inputs what they were made from, of all accounts
     */
    Uni<Void> after(SqlConnection transaction, Map<String, List<Made>> made, List<AccountInputs> inputs, Instant now);
}
