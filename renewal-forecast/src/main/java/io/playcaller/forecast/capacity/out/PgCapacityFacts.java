package io.playcaller.forecast.capacity.out;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.capacity.CapacityKnown;
import io.playcaller.forecast.capacity.CapacityKnown.Customer;
import io.playcaller.forecast.capacity.CapacityKnown.Due;
import io.playcaller.forecast.capacity.app.CapacityFacts;
import io.playcaller.forecast.engine.capacity.TaskTime;
import io.playcaller.forecast.ledger.app.Contracts;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code task_time}, {@code contract}, {@code health}, {@code account_owner} and {@code forecast}: a query of each. */
@ApplicationScoped
public class PgCapacityFacts implements CapacityFacts {

    private static final int MONTHS = 3;

    private static final String TODAY = "select (playcaller_now() at time zone 'UTC')::date as today";

    private static final String TASKS = """
            select coalesce(task_time.segment, health.segment, 'unknown') as segment,
                coalesce(task_time.stage, health.stage, 'unknown') as stage, role, play, created_at,
                coalesce(accepted_at, case when completed then ended_at end) as accepted_at, ended_at, completed,
                accepted_late, completed_late
            from task_time left join health using (account_id)
            where created_at >= $1""";

    private static final String WITHOUT_BEGINNING =
            "select count(*)::int as tasks from task_time where created_at is null";

    private static final String CUSTOMERS = """
            select account_id, coalesce(tier, 'unknown') as tier, coalesce(stage, 'unknown') as stage
            from unnest($1::text[]) as customer (account_id) left join health using (account_id)
            order by account_id""";

    private static final String OWNERS = """
            select account_id, role, staff_id from account_owner
            where from_day <= $1 and (until_day is null or until_day > $1)
            order by account_id, role, from_day desc, staff_id""";

    /**
     * Of several contracts each is a part of its customer, those that are never due, too: they have no forecast, and one that another goes on
     * from has it no more.
     */
    private static final String RENEWALS = """
            select renewal_on, coalesce(tier, 'unknown') as tier,
                ((1 - renews / 1e6) / greatest(1, contracts_open))::float8 as leaves
            from (
                select contract_id, account_id, renewal_on, renews, (
                    select count(*)
                    from contract left join forecast other using (contract_id)
                    where contract.account_id = forecast.account_id and contract.open
                        and other.open is distinct from false) as contracts_open
                from forecast
                where open) due
            left join health using (account_id)
            where renewal_on < $1 and not (renewal_on <= $2 and exists (
                select from renewal_outcome known
                where known.contract_id = due.contract_id and known.renewal_on = due.renewal_on
                    and known.began))""";

    private static final String BEGUN = """
            select coalesce(tier, 'unknown') as tier, count(*)::int as accounts
            from (
                select account_id, min((body::jsonb ->> 'startsOn')::date) as begun_on
                from contract
                where body::jsonb ->> 'withdrawn' is distinct from 'true'
                group by account_id) begun
            left join health using (account_id)
            where begun_on >= $1 and begun_on < $2
            group by 1""";

    private final Pool pool;
    private final Contracts contracts;

    PgCapacityFacts(Pool pool, Contracts contracts) {
        this.pool = pool;
        this.contracts = contracts;
    }

    @Override
    public Uni<CapacityKnown> known(int days, int quarters) {
        return all(pool, TODAY, Tuple.tuple(), row -> row.getLocalDate("today"))
                .map(found -> new Days(found.get(0).minusDays(days), found.get(0)))
                .chain(measured -> contracts
                        .all()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(signed -> inForce(signed, measured.today()))
                        .chain(accounts ->
                                pool.withTransaction(transaction -> known(transaction, measured, quarters, accounts))));
    }

    /** The days in which is measured. */
    private record Days(LocalDate from, LocalDate today) {}

    private static String[] inForce(List<ContractRecord> signed, LocalDate today) {
        return signed.stream()
                .filter(contract -> contract.inForceOn(today))
                .map(ContractRecord::accountId)
                .distinct()
                .toArray(String[]::new);
    }

    private static Uni<CapacityKnown> known(
            SqlConnection transaction, Days days, int quarters, String[] underContract) {
        LocalDate today = days.today();
        LocalDate from = days.from();
        OffsetDateTime since = from.atStartOfDay().atOffset(ZoneOffset.UTC);
        LocalDate until = today.plusMonths((long) MONTHS * quarters);
        return all(transaction, TASKS, Tuple.of(since), PgCapacityFacts::task)
                .chain(tasks -> all(transaction, WITHOUT_BEGINNING, Tuple.tuple(), row -> row.getInteger("tasks"))
                        .chain(without -> customers(transaction, today, underContract)
                                .chain(customers -> all(
                                                transaction, RENEWALS, Tuple.of(until, today), PgCapacityFacts::due)
                                        .chain(renewals -> begun(transaction, from, today)
                                                .map(begun -> new CapacityKnown(
                                                        from,
                                                        today,
                                                        tasks,
                                                        without.get(0),
                                                        customers,
                                                        renewals,
                                                        begun))))));
    }

    private static Uni<List<Customer>> customers(SqlConnection transaction, LocalDate today, String[] underContract) {
        return all(transaction, OWNERS, Tuple.of(today), row -> row).chain(owners -> {
            Map<String, Map<String, String>> byAccount = new HashMap<>();
            // Of several in a role the one who has had it longest, who comes last.
            owners.forEach(row -> byAccount
                    .computeIfAbsent(row.getString("account_id"), none -> new HashMap<>())
                    .put(row.getString("role"), row.getString("staff_id")));
            return all(transaction, CUSTOMERS, Tuple.of(underContract), row -> {
                String account = row.getString("account_id");
                return new Customer(
                        account,
                        row.getString("tier"),
                        row.getString("stage"),
                        byAccount.getOrDefault(account, Map.of()));
            });
        });
    }

    private static Uni<Map<String, Integer>> begun(SqlConnection transaction, LocalDate from, LocalDate today) {
        return all(transaction, BEGUN, Tuple.of(from, today), row -> row).map(rows -> {
            Map<String, Integer> byTier = new HashMap<>();
            rows.forEach(row -> byTier.put(row.getString("tier"), row.getInteger("accounts")));
            return byTier;
        });
    }

    private static TaskTime task(Row row) {
        return new TaskTime(
                row.getString("segment"),
                row.getString("stage"),
                row.getString("role"),
                row.getString("play"),
                Objects.requireNonNull(instant(row, "created_at"), "created_at"),
                instant(row, "accepted_at"),
                instant(row, "ended_at"),
                row.getBoolean("completed"),
                row.getBoolean("accepted_late"),
                row.getBoolean("completed_late"));
    }

    private static Due due(Row row) {
        return new Due(row.getLocalDate("renewal_on"), row.getString("tier"), row.getDouble("leaves"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static <T> Uni<List<T>> all(SqlClient client, String sql, Tuple parameters, Function<Row, T> reader) {
        return client.preparedQuery(sql).execute(parameters).map(rows -> {
            List<T> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add(reader.apply(row)));
            return all;
        });
    }
}
