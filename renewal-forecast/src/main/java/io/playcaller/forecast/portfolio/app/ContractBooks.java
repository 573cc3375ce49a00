package io.playcaller.forecast.portfolio.app;

import io.playcaller.forecast.portfolio.ContractBook;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;

/** What is told of contracts beside their forecasts, inside one transaction that holds their accounts. */
public interface ContractBooks {

    /** The book of a contract of an account. */
    record Told(String contractId, String accountId, ContractBook book) {}

    /** Those of the accounts, in order of contract. */
    Uni<List<Told>> of(SqlConnection transaction, Collection<String> accountIds);

    /** Writes {@code changed}, each in the place of what was told of its contract. */
    Uni<Void> write(SqlConnection transaction, List<Told> changed);
}
