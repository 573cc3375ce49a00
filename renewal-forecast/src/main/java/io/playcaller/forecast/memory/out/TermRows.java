package io.playcaller.forecast.memory.out;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.memory.Due;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.engine.memory.TermOutcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What became of terms of which something went on, each as it is known now, by the table {@code renewal_outcome}. */
public final class TermRows {

    private static final String OF_CONTRACTS = """
            select contract_id, renewal_on, arr_minor, currency, kept_minor, net_minor, since
            from (
                select distinct on (contract_id, renewal_on) *
                from renewal_outcome
                where contract_id = any($1::text[])
                order by contract_id, renewal_on, recorded_on desc) newest
            where began and net_minor > 0
            order by contract_id, renewal_on""";

    private static final String FROM = """
            select contract_id, renewal_on, arr_minor, currency, kept_minor, net_minor, since
            from (
                select distinct on (contract_id, renewal_on) *
                from renewal_outcome
                where renewal_on >= $1
                order by contract_id, renewal_on, recorded_on desc) newest
            where began and net_minor > 0
            order by contract_id, renewal_on""";

    private TermRows() {}

    /** All terms of these contracts. */
    public static Uni<List<TermOutcome>> of(SqlClient client, Collection<String> contractIds) {
        return read(client, OF_CONTRACTS, Tuple.of(contractIds.toArray(String[]::new)));
    }

    /** The terms of all contracts that ended on {@code from} or later. */
    public static Uni<List<TermOutcome>> from(SqlClient client, LocalDate from) {
        return read(client, FROM, Tuple.of(from));
    }

    private static Uni<List<TermOutcome>> read(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            List<TermOutcome> terms = new ArrayList<>(rows.size());
            rows.forEach(row -> terms.add(term(row)));
            return terms;
        });
    }

    private static TermOutcome term(Row row) {
        Due due = new Due(
                row.getString("contract_id"),
                row.getLocalDate("renewal_on"),
                new Money(row.getLong("arr_minor"), row.getString("currency")),
                row.getLocalDate("since"),
                null);
        return new TermOutcome(due, new RenewalOutcome(row.getLong("kept_minor"), row.getLong("net_minor")));
    }
}
