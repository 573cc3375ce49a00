package io.playcaller.forecast.credit.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.credit.CreditCase;
import io.playcaller.forecast.credit.CreditQuestion;
import io.playcaller.forecast.credit.PostedEntry;
import io.playcaller.forecast.credit.Unassigned;
import io.playcaller.forecast.credit.app.CreditLedger;
import io.playcaller.forecast.engine.credit.CreditDue;
import io.playcaller.forecast.engine.credit.CreditEntry;
import io.playcaller.forecast.engine.credit.CreditSplit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The tables {@code credit_split}, {@code credit_entry} and {@code credit_seen}. */
@ApplicationScoped
public class PgCreditLedger implements CreditLedger {

    private static final String NOW = "select playcaller_now() as now";

    private static final String CHANGED = """
            select contract.contract_id
            from contract left join credit_seen seen on seen.contract_id = contract.contract_id
            where contract.contract_id > $1
              and (seen.version is null or seen.version < contract.version
                or (seen.unassigned <> '' and seen.day < (playcaller_now() at time zone 'UTC')::date))
            order by contract.contract_id
            limit $2""";

    private static final String REGISTER = """
            insert into credit_split (split_id, contract_id, kind, from_day, registered_at, body)
            values ($1, $2, $3, $4, $5, $6)""";

    /** One at a time, so that entries are seen in the order of their numbers. */
    private static final String ONE_AT_A_TIME = "lock table credit_entry in share row exclusive mode";

    private static final String POST = """
            insert into credit_entry (contract_id, movement_id, number, staff_id, on_day, amount_minor, currency,
                posted_at, body)
            select told.contract_id, told.movement_id, told.number, told.staff_id, told.on_day, told.amount_minor,
                told.currency, $9::timestamptz, told.body
            from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::date[], $6::bigint[], $7::text[], $8::text[])
                with ordinality
                as told (contract_id, movement_id, number, staff_id, on_day, amount_minor, currency, body, place)
            order by told.place""";

    private static final String SEEN = """
            insert into credit_seen (contract_id, version, day, unassigned)
            select told.contract_id, told.version, $4::date, told.unassigned
            from unnest($1::text[], $2::bigint[], $3::text[]) as told (contract_id, version, unassigned)
            on conflict (contract_id) do update
            set version = excluded.version, day = excluded.day, unassigned = excluded.unassigned""";

    private static final String ENTRIES = """
            select entry_no, posted_at, body from credit_entry
            where entry_no > $1 and ($2::text is null or staff_id = $2) and ($3::text is null or contract_id = $3)
            order by entry_no
            limit $4""";

    private static final String NEWEST = """
            select entry_no, posted_at, body from credit_entry
            where entry_no < $1 and ($2::text is null or staff_id = $2) and ($3::text is null or contract_id = $3)
            order by entry_no desc
            limit $4""";

    private static final String UNASSIGNED = """
            select contract_id, unassigned from credit_seen
            where contract_id > $1 and unassigned <> ''
            order by contract_id
            limit $2""";

    private final Pool pool;

    PgCreditLedger(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Instant> now(SqlConnection transaction) {
        return transaction
                .query(NOW)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }

    @Override
    public Uni<List<String>> changedAfter(SqlConnection transaction, String contractId, int limit) {
        return transaction
                .preparedQuery(CHANGED)
                .execute(Tuple.of(contractId, limit))
                .map(rows -> all(rows, row -> row.getString("contract_id")));
    }

    @Override
    public Uni<Map<String, CreditCase>> cases(SqlConnection transaction, List<String> contractIds) {
        return CreditRows.read(transaction, contractIds);
    }

    @Override
    public Uni<Void> register(SqlConnection transaction, CreditSplit split) {
        return transaction
                .preparedQuery(REGISTER)
                .execute(Tuple.of(
                        split.splitId(),
                        split.contractId(),
                        split.kind().name().toLowerCase(Locale.ROOT),
                        split.from(),
                        utc(split.registeredAt()),
                        json(split)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> post(
            SqlConnection transaction, Map<String, CreditCase> cases, Map<String, CreditDue> due, Instant now) {
        List<CreditEntry> entries =
                due.values().stream().flatMap(one -> one.entries().stream()).toList();
        return entries(transaction, entries, now)
                .chain(() -> seen(
                        transaction,
                        cases.values().stream().map(CreditCase::contract).toList(),
                        due,
                        LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    private static Uni<Void> entries(SqlConnection transaction, List<CreditEntry> entries, Instant now) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] columns = {
            column(entries, CreditEntry::contractId, String[]::new),
            column(entries, CreditEntry::movementId, String[]::new),
            column(entries, CreditEntry::number, Integer[]::new),
            column(entries, entry -> entry.share().staffId(), String[]::new),
            column(entries, CreditEntry::on, LocalDate[]::new),
            column(entries, entry -> entry.amount().minor(), Long[]::new),
            column(entries, entry -> entry.amount().currency(), String[]::new),
            column(entries, PgCreditLedger::json, String[]::new),
            utc(now)
        };
        return transaction
                .query(ONE_AT_A_TIME)
                .execute()
                .chain(() -> transaction.preparedQuery(POST).execute(Tuple.wrap(columns)))
                .replaceWithVoid();
    }

    private static Uni<Void> seen(
            SqlConnection transaction, List<ContractRecord> contracts, Map<String, CreditDue> due, LocalDate today) {
        return transaction
                .preparedQuery(SEEN)
                .execute(Tuple.of(
                        column(contracts, ContractRecord::contractId, String[]::new),
                        column(contracts, ContractRecord::version, Long[]::new),
                        column(contracts, contract -> unassigned(contract, due), String[]::new),
                        today))
                .replaceWithVoid();
    }

    private static String unassigned(ContractRecord contract, Map<String, CreditDue> due) {
        CreditDue decided = due.get(contract.contractId());
        return decided == null ? "" : String.join("\n", decided.open());
    }

    @Override
    public Uni<List<PostedEntry>> entries(CreditQuestion asked) {
        long first = asked.newestFirst() ? Long.MAX_VALUE : 0;
        return pool.preparedQuery(asked.newestFirst() ? NEWEST : ENTRIES)
                .execute(Tuple.of(
                        Objects.requireNonNullElse(asked.after(), first),
                        asked.staffId(),
                        asked.contractId(),
                        asked.limit()))
                .map(rows -> all(
                        rows,
                        row -> new PostedEntry(
                                row.getLong("entry_no"),
                                row.getOffsetDateTime("posted_at").toInstant(),
                                WireJson.read(
                                        row.getString("body").getBytes(StandardCharsets.UTF_8), CreditEntry.class))));
    }

    @Override
    public Uni<List<Unassigned>> unassigned(String contractId, int limit) {
        return pool.preparedQuery(UNASSIGNED)
                .execute(Tuple.of(contractId, limit))
                .map(rows -> all(
                        rows,
                        row -> new Unassigned(
                                row.getString("contract_id"),
                                row.getString("unassigned").lines().toList())));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String json(Object value) {
        return new String(WireJson.write(value), StandardCharsets.UTF_8);
    }

    private static <T, C> C[] column(List<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reader) {
        List<T> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(reader.apply(row)));
        return all;
    }
}
