package io.playcaller.forecast.renewal.out;

import io.playcaller.forecast.engine.ledger.LedgerProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The table {@code data_quality}: a row per contract and code. */
final class ProblemRows {

    private record Row(String accountId, LedgerProblem problem) {}

    private static final String NO_LONGER_WRONG = """
            delete from data_quality
            where account_id = any($1::text[])
                and (contract_id, code) not in (select * from unnest($2::text[], $3::text[]))""";

    private static final String WRONG = """
            insert into data_quality (account_id, contract_id, code, treatment, detail, at_stake_minor, currency, since)
            select account_id, contract_id, code, treatment, detail, at_stake_minor, currency, $8
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[])
                as found (account_id, contract_id, code, treatment, detail, at_stake_minor, currency)
            on conflict (contract_id, code) do update
            set account_id = excluded.account_id, treatment = excluded.treatment, detail = excluded.detail,
                at_stake_minor = excluded.at_stake_minor, currency = excluded.currency""";

    private ProblemRows() {}

    /** Of all problems of the accounts exactly these remain; one that was there keeps its {@code since}. */
    static Uni<Void> replace(SqlConnection transaction, Map<String, List<LedgerProblem>> byAccount, Instant now) {
        List<Row> rows = rows(byAccount);
        String[] contracts = column(rows, row -> row.problem().contractId(), String[]::new);
        String[] codes = column(rows, row -> row.problem().code().key(), String[]::new);
        Uni<Void> mended = transaction
                .preparedQuery(NO_LONGER_WRONG)
                .execute(Tuple.of(byAccount.keySet().toArray(String[]::new), contracts, codes))
                .replaceWithVoid();
        if (rows.isEmpty()) {
            return mended;
        }
        Tuple wrong = Tuple.wrap(new Object[] {
            column(rows, Row::accountId, String[]::new),
            contracts,
            codes,
            column(rows, row -> row.problem().treatment().key(), String[]::new),
            column(rows, row -> row.problem().detail(), String[]::new),
            column(rows, row -> row.problem().atStake().minor(), Long[]::new),
            column(rows, row -> row.problem().atStake().currency(), String[]::new),
            now.atOffset(ZoneOffset.UTC)
        });
        return mended.chain(() -> transaction.preparedQuery(WRONG).execute(wrong))
                .replaceWithVoid();
    }

    private static List<Row> rows(Map<String, List<LedgerProblem>> byAccount) {
        Map<List<String>, Row> rows = new LinkedHashMap<>();
        byAccount.forEach((account, problems) -> problems.forEach(problem ->
                rows.putIfAbsent(List.of(problem.contractId(), problem.code().key()), new Row(account, problem))));
        return List.copyOf(rows.values());
    }

    private static <C> C[] column(List<Row> rows, Function<Row, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
