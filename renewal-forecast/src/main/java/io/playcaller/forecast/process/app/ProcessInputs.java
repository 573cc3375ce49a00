package io.playcaller.forecast.process.app;

import io.playcaller.forecast.process.LoadedAccount;
import io.playcaller.forecast.process.ToldOpportunity;
import io.playcaller.forecast.renewal.AccountForecasts.Made;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is known of renewals, inside one transaction. */
public interface ProcessInputs {

    /** The opportunities that name an open contract of the accounts and are open or won, beside its renewal that is ahead on {@code today}. */
    Uni<List<ToldOpportunity>> opportunities(SqlConnection transaction, Collection<String> accountIds, LocalDate today);

    /** The accounts of {@code made} with all that is known of their renewals. */
    Uni<List<LoadedAccount>> load(SqlConnection transaction, Map<String, List<Made>> made, LocalDate today);
}
