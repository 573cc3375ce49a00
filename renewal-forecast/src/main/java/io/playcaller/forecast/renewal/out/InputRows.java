package io.playcaller.forecast.renewal.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.contract.OpenSignal;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.ledger.out.MergeRows;
import io.playcaller.forecast.renewal.AccountInputs;
import io.playcaller.forecast.renewal.StageSaid;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what is known of accounts: one query per table. */
final class InputRows {

    private static final String CONTRACTS =
            "select body from contract where account_id = any($1::text[]) order by contract_id";
    private static final String INVOICES =
            "select account_id, body from invoice where account_id = any($1::text[]) order by invoice_id";
    private static final String HEALTHS =
            "select account_id, score, confidence from health where account_id = any($1::text[])";
    private static final String SIGNALS = """
            select account_id, reason, severity, also_reasons from signal
            where open and account_id = any($1::text[])
            order by reason, severity, episode_id""";

    /** By the account that the contract has now: it may have had another. */
    private static final String STAGES = """
            select distinct on (contract_id) contract.account_id, contract_id, stage, renewal_on
            from contract join stage_move using (contract_id)
            where contract.account_id = any($1::text[])
            order by contract_id, at desc, move_id desc""";

    private InputRows() {}

    static Uni<List<AccountInputs>> read(SqlConnection transaction, Collection<String> accountIds) {
        Tuple ids = Tuple.of(accountIds.toArray(String[]::new));
        return contracts(transaction, accountIds)
                .chain(contracts -> grouped(transaction, INVOICES, ids, row -> body(row, InvoiceChanged.class))
                        .chain(invoices -> grouped(transaction, HEALTHS, ids, InputRows::health)
                                .chain(healths -> grouped(transaction, SIGNALS, ids, InputRows::signal)
                                        .chain(signals -> grouped(transaction, STAGES, ids, InputRows::stage)
                                                .map(stages -> accountIds.stream()
                                                        .map(id -> new AccountInputs(
                                                                id,
                                                                contracts.getOrDefault(id, List.of()),
                                                                invoices.getOrDefault(id, List.of()),
                                                                healths.getOrDefault(id, List.of()).stream()
                                                                        .findFirst()
                                                                        .orElse(null),
                                                                signals.getOrDefault(id, List.of()).stream()
                                                                        .flatMap(List::stream)
                                                                        .toList(),
                                                                stages(stages.getOrDefault(id, List.of()))))
                                                        .toList())))));
    }

    /** Of each account its own, and those of the accounts that are merged with it. */
    private static Uni<Map<String, List<ContractRecord>>> contracts(
            SqlConnection transaction, Collection<String> accountIds) {
        return MergeRows.read(transaction).chain(merged -> {
            Tuple together = Tuple.of(merged.together(accountIds).toArray(String[]::new));
            return transaction.preparedQuery(CONTRACTS).execute(together).map(rows -> {
                List<ContractRecord> contracts = new ArrayList<>(rows.size());
                rows.forEach(row -> contracts.add(body(row, ContractRecord.class)));
                return new CustomerContracts(contracts, merged).of(accountIds);
            });
        });
    }

    private static <T> Uni<Map<String, List<T>>> grouped(
            SqlConnection transaction, String sql, Tuple ids, Function<Row, T> reader) {
        return transaction.preparedQuery(sql).execute(ids).map(rows -> byAccount(rows, reader));
    }

    private static <T> Map<String, List<T>> byAccount(RowSet<Row> rows, Function<Row, T> reader) {
        Map<String, List<T>> byAccount = new HashMap<>();
        for (Row row : rows) {
            byAccount
                    .computeIfAbsent(row.getString("account_id"), id -> new ArrayList<>())
                    .add(reader.apply(row));
        }
        return byAccount;
    }

    private static <T> T body(Row row, Class<T> type) {
        return WireJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8), type);
    }

    private static HealthView health(Row row) {
        return new HealthView(row.getLong("score"), row.getInteger("confidence"));
    }

    /** One per reason of the episode. */
    private static List<OpenSignal> signal(Row row) {
        Severity severity = Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT));
        String codes = row.getString("reason") + " " + row.getString("also_reasons");
        return Stream.of(codes.strip().split(" ", -1))
                .map(code -> new OpenSignal(Reason.ofWire(code), severity))
                .toList();
    }

    private static Map.Entry<String, StageSaid> stage(Row row) {
        RenewalStage stage = RenewalStage.of(row.getString("stage")).orElse(RenewalStage.NOT_STARTED);
        return Map.entry(row.getString("contract_id"), new StageSaid(stage, row.getLocalDate("renewal_on")));
    }

    private static Map<String, StageSaid> stages(List<Map.Entry<String, StageSaid>> said) {
        return said.stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
