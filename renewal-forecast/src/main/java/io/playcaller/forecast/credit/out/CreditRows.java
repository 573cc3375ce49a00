package io.playcaller.forecast.credit.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.Owner;
import io.playcaller.forecast.credit.CreditCase;
import io.playcaller.forecast.engine.credit.CreditBooks;
import io.playcaller.forecast.engine.credit.CreditEntry;
import io.playcaller.forecast.engine.credit.CreditPolicy;
import io.playcaller.forecast.engine.credit.CreditSplit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts together what decides the credit of contracts: one query per table. The rows of the contracts are held. */
final class CreditRows {

    private static final String CONTRACTS = """
            select contract_id as key, body from contract where contract_id = any($1::text[])
            order by contract_id for update""";
    /** Whoever keeps a new version waits for this transaction and then has its contracts looked at again, or the other way round. */
    private static final String HOLD_POLICIES = "lock table credit_policy in share mode";

    private static final String POLICIES = "select '' as key, body from credit_policy order by from_day";
    private static final String SPLITS = """
            select contract_id as key, body from credit_split where contract_id = any($1::text[])
            order by from_day, registered_at""";
    private static final String ENTRIES = """
            select contract_id as key, body from credit_entry where contract_id = any($1::text[])
            order by contract_id, movement_id, number""";
    private static final String OWNERS = """
            select account_id as key, role, staff_id, from_day, until_day from account_owner
            where account_id = any($1::text[])
            order by from_day, staff_id""";

    private CreditRows() {}

    static Uni<Map<String, CreditCase>> read(SqlConnection transaction, List<String> contractIds) {
        Tuple ids = Tuple.of(contractIds.toArray(String[]::new));
        return grouped(transaction, CONTRACTS, ids, body(ContractRecord.class))
                .chain(contracts -> policies(transaction)
                        .chain(policies -> grouped(transaction, SPLITS, ids, body(CreditSplit.class))
                                .chain(splits -> grouped(transaction, ENTRIES, ids, body(CreditEntry.class))
                                        .chain(entries -> grouped(
                                                        transaction, OWNERS, accounts(contracts), CreditRows::owner)
                                                .map(owners -> cases(
                                                        contracts,
                                                        new Found(
                                                                policies.getOrDefault("", List.of()),
                                                                splits,
                                                                entries,
                                                                owners)))))));
    }

    private static Uni<Map<String, List<CreditPolicy>>> policies(SqlConnection transaction) {
        return transaction
                .query(HOLD_POLICIES)
                .execute()
                .chain(() -> grouped(transaction, POLICIES, Tuple.tuple(), body(CreditPolicy.class)));
    }

    private record Found(
            List<CreditPolicy> policies,
            Map<String, List<CreditSplit>> splits,
            Map<String, List<CreditEntry>> entries,
            Map<String, List<Owner>> owners) {}

    private static Map<String, CreditCase> cases(Map<String, List<ContractRecord>> contracts, Found found) {
        Map<String, CreditCase> cases = new TreeMap<>();
        contracts.forEach((id, of) -> {
            ContractRecord contract = of.get(0);
            CreditBooks books = new CreditBooks(
                    found.policies(),
                    found.splits().getOrDefault(id, List.of()),
                    found.owners().getOrDefault(contract.accountId(), List.of()));
            cases.put(id, new CreditCase(contract, books, found.entries().getOrDefault(id, List.of())));
        });
        return cases;
    }

    private static Tuple accounts(Map<String, List<ContractRecord>> contracts) {
        return Tuple.of(contracts.values().stream()
                .map(of -> of.get(0).accountId())
                .distinct()
                .toArray(String[]::new));
    }

    private static Owner owner(Row row) {
        return new Owner(
                row.getString("role"),
                row.getString("staff_id"),
                row.getLocalDate("from_day"),
                row.getLocalDate("until_day"));
    }

    private static <T> Function<Row, T> body(Class<T> type) {
        return row -> WireJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8), type);
    }

    private static <T> Uni<Map<String, List<T>>> grouped(
            SqlConnection transaction, String sql, Tuple parameters, Function<Row, T> reader) {
        return transaction.preparedQuery(sql).execute(parameters).map(rows -> {
            Map<String, List<T>> grouped = new HashMap<>();
            rows.forEach(row -> grouped.computeIfAbsent(row.getString("key"), key -> new ArrayList<>())
                    .add(reader.apply(row)));
            return grouped;
        });
    }
}
