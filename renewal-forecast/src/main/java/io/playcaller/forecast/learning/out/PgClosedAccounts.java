package io.playcaller.forecast.learning.out;

import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.memory.Deciding;
import io.playcaller.forecast.engine.memory.TermOutcome;
import io.playcaller.forecast.learning.ClosedAccount;
import io.playcaller.forecast.learning.app.ClosedAccounts;
import io.playcaller.forecast.ledger.out.MergeRows;
import io.playcaller.forecast.memory.app.OutcomeRule;
import io.playcaller.forecast.memory.out.TermRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the tables of what was told, {@code renewal_outcome} and {@code forecast_snapshot}; the turn is {@code model_turn}. */
@ApplicationScoped
public class PgClosedAccounts implements ClosedAccounts {

    private static final String ACCOUNTS = """
            select distinct account_id from contract where account_id > $1 order by account_id limit $2""";
    private static final String CONTRACTS =
            "select body from contract where account_id = any($1::text[]) order by contract_id";
    private static final String INVOICES =
            "select account_id, body from invoice where account_id = any($1::text[]) order by invoice_id";

    private static final String REMEMBERED = """
            select distinct kept.contract_id, kept.day, kept.inputs
            from unnest($1::text[], $2::date[]) as wanted (contract_id, day)
                join forecast_snapshot kept
                    on kept.contract_id = wanted.contract_id and kept.day between wanted.day - 6 and wanted.day""";

    private static final String TAKE_TURN = "update model_turn set learnt_at = $1 where learnt_at <= $2";
    private static final String SPREAD = "select spread from model_turn";
    private static final String SET_SPREAD = "update model_turn set spread = $1";

    private final Pool pool;
    private final OutcomeRule rule;

    PgClosedAccounts(Pool pool, OutcomeRule rule) {
        this.pool = pool;
        this.rule = rule;
    }

    @Override
    public Uni<List<ClosedAccount>> after(String accountId, LocalDate today, int limit) {
        return pool.preparedQuery(ACCOUNTS)
                .execute(Tuple.of(accountId, limit))
                .map(rows -> all(rows, row -> row.getString("account_id")))
                .chain(ids -> pasts(ids, rule.on(today)));
    }

    @Override
    public Uni<Boolean> takeTurn(SqlConnection transaction, Instant now, Duration every) {
        return transaction
                .preparedQuery(TAKE_TURN)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), now.minus(every).atOffset(ZoneOffset.UTC)))
                .map(result -> result.rowCount() == 1);
    }

    @Override
    public Uni<String> spread() {
        return pool.query(SPREAD).execute().map(rows -> rows.iterator().next().getString("spread"));
    }

    @Override
    public Uni<Void> spread(String version) {
        return pool.preparedQuery(SET_SPREAD).execute(Tuple.of(version)).replaceWithVoid();
    }

    private Uni<List<ClosedAccount>> pasts(List<String> ids, Deciding by) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return contracts(ids)
                .chain(contracts -> invoices(ids)
                        .chain(invoices -> terms(contracts.values())
                                .map(terms -> ids.stream()
                                        .map(id -> account(
                                                id,
                                                contracts.getOrDefault(id, List.of()),
                                                invoices.getOrDefault(id, List.of()),
                                                terms,
                                                by))
                                        .toList())))
                .chain(accounts -> remembered(accounts)
                        .map(remembered -> accounts.stream()
                                .map(account -> account.remembering(remembered))
                                .toList()));
    }

    private static ClosedAccount account(
            String accountId,
            List<ContractRecord> contracts,
            List<InvoiceChanged> invoices,
            Map<String, List<TermOutcome>> terms,
            Deciding by) {
        List<TermOutcome> its = contracts.stream()
                .flatMap(contract -> terms.getOrDefault(contract.contractId(), List.of()).stream())
                .toList();
        return new ClosedAccount(accountId, contracts, invoices, its, Map.of(), by);
    }

    private Uni<Map<String, List<TermOutcome>>> terms(Collection<List<ContractRecord>> contracts) {
        Set<String> ids = contracts.stream()
                .flatMap(List::stream)
                .map(ContractRecord::contractId)
                .collect(Collectors.toSet());
        return TermRows.of(pool, ids)
                .map(terms -> terms.stream()
                        .collect(Collectors.groupingBy(term -> term.due().contractId())));
    }

    private Uni<Map<String, List<ContractRecord>>> contracts(List<String> accounts) {
        return MergeRows.read(pool)
                .chain(merged -> pool.preparedQuery(CONTRACTS)
                        .execute(Tuple.of(merged.together(accounts).toArray(String[]::new)))
                        .map(rows -> all(rows, row -> read(row.getString("body"), ContractRecord.class)))
                        .map(contracts -> new CustomerContracts(contracts, merged).of(accounts)));
    }

    private Uni<Map<String, List<InvoiceChanged>>> invoices(List<String> accounts) {
        return pool.preparedQuery(INVOICES)
                .execute(Tuple.of(accounts.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<InvoiceChanged>> byAccount = new HashMap<>();
                    rows.forEach(row -> byAccount
                            .computeIfAbsent(row.getString("account_id"), id -> new ArrayList<>())
                            .add(read(row.getString("body"), InvoiceChanged.class)));
                    return byAccount;
                });
    }

    private Uni<Map<String, NavigableMap<LocalDate, ContractSituation>>> remembered(List<ClosedAccount> accounts) {
        List<String> ids = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        accounts.stream()
                .flatMap(account -> account.endings().stream())
                .forEach(ending -> ClosedAccount.HORIZONS.forEach(horizon -> {
                    ids.add(ending.contractId());
                    days.add(ending.on().minusDays(horizon));
                }));
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(REMEMBERED)
                .execute(Tuple.of(ids.toArray(String[]::new), days.toArray(LocalDate[]::new)))
                .map(PgClosedAccounts::situations);
    }

    private static Map<String, NavigableMap<LocalDate, ContractSituation>> situations(RowSet<Row> rows) {
        Map<String, NavigableMap<LocalDate, ContractSituation>> remembered = new HashMap<>();
        for (Row row : rows) {
            situation(row)
                    .ifPresent(situation -> remembered
                            .computeIfAbsent(row.getString("contract_id"), id -> new TreeMap<>())
                            .put(row.getLocalDate("day"), situation));
        }
        return remembered;
    }

    /** Empty where a release kept it that knew less: the ledger tells what it can instead. */
    private static Optional<ContractSituation> situation(Row row) {
        try {
            return Optional.of(read(row.getString("inputs"), ContractSituation.class));
        } catch (UnreadableEventException e) {
            return Optional.empty();
        }
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reader) {
        List<T> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(reader.apply(row)));
        return all;
    }

    private static <T> T read(String json, Class<T> type) {
        return WireJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
