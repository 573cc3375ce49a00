package io.playcaller.forecast.ledger.out;

import io.playcaller.forecast.engine.ledger.MissingRate;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** The rows of {@code data_quality} about currencies without a rate; they stand under {@code rate/} and the currency. */
final class MissingRateRows {

    private static final String TOLD_NOW = """
            delete from data_quality where code = 'rate-missing' and contract_id <> all($1::text[])""";

    private static final String MISSING = """
            insert into data_quality (contract_id, code, treatment, detail, at_stake_minor, currency, since)
            select id, 'rate-missing', 'refused', detail, at_stake_minor, currency, playcaller_now()
            from unnest($1::text[], $2::text[], $3::bigint[], $4::text[])
                as missing (id, detail, at_stake_minor, currency)
            on conflict (contract_id, code) do update
            set detail = excluded.detail, at_stake_minor = excluded.at_stake_minor""";

    private MissingRateRows() {}

    static Uni<Void> replace(Pool pool, List<MissingRate> missing) {
        String[] ids = missing.stream().map(rate -> "rate/" + rate.currency()).toArray(String[]::new);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(TOLD_NOW)
                .execute(Tuple.of(ids))
                .chain(() -> insert(transaction, ids, missing)));
    }

    private static Uni<Void> insert(SqlConnection transaction, String[] ids, List<MissingRate> missing) {
        Tuple rows = Tuple.wrap(new Object[] {
            ids,
            missing.stream().map(MissingRateRows::detail).toArray(String[]::new),
            missing.stream().map(rate -> rate.atStake().minor()).toArray(Long[]::new),
            missing.stream().map(MissingRate::currency).toArray(String[]::new)
        });
        return transaction.preparedQuery(MISSING).execute(rows).replaceWithVoid();
    }

    private static String detail(MissingRate rate) {
        return "no rate of " + rate.currency() + " holds on " + rate.day()
                + "; its ARR is in no figure in constant currency; PUT /v1/rates/" + rate.currency() + "/" + rate.day();
    }
}
