package io.playcaller.forecast.capacity.out;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.capacity.CapacityKnown;
import io.playcaller.forecast.capacity.CapacityKnown.Customer;
import io.playcaller.forecast.capacity.CapacityKnown.Due;
import io.playcaller.forecast.capacity.app.CapacityFacts;
import io.playcaller.forecast.engine.capacity.TaskTime;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.ledger.app.Contracts;
import io.playcaller.forecast.ledger.out.MergeRows;
import io.playcaller.forecast.outcome.Customers;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
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
import java.util.TreeMap;
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
            with merged as (select * from unnest($3::text[], $4::text[]) as one (account_id, customer)),
                open_of as (
                    select coalesce(merged.customer, contract.account_id) as customer, count(*) as contracts
                    from contract left join forecast other using (contract_id)
                        left join merged on merged.account_id = contract.account_id
                    where contract.open and other.open is distinct from false
                    group by 1)
            select due.renewal_on, coalesce(health.tier, 'unknown') as tier,
                ((1 - due.renews / 1e6) / greatest(1, open_of.contracts))::float8 as leaves
            from forecast due left join merged on merged.account_id = due.account_id
                left join open_of on open_of.customer = coalesce(merged.customer, due.account_id)
                left join health on health.account_id = coalesce(merged.customer, due.account_id)
            where due.open and due.renewal_on < $1 and not (due.renewal_on <= $2 and exists (
                select from renewal_outcome known
                where known.contract_id = due.contract_id and known.renewal_on = due.renewal_on
                    and known.began))""";

    private static final String TIERS = """
            select coalesce(tier, 'unknown') as tier, count(*)::int as accounts
            from unnest($1::text[]) as begun (account_id) left join health using (account_id)
            group by 1""";

    private final Pool pool;
    private final Contracts contracts;

    PgCapacityFacts(Pool pool, Contracts contracts) {
        this.pool = pool;
        this.contracts = contracts;
    }

    @Override
    public Uni<CapacityKnown> known(int days, int quarters) {
        return MergeRows.read(pool)
                .chain(merged -> contracts
                        .all()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(all -> new CustomerContracts(all, merged)))
                .chain(told -> pool.withTransaction(transaction -> all(
                                transaction, TODAY, Tuple.tuple(), row -> row.getLocalDate("today"))
                        .map(found -> new Days(found.get(0).minusDays(days), found.get(0)))
                        .chain(measured -> known(transaction, measured, quarters, told))));
    }

    /** The days in which is measured. */
    private record Days(LocalDate from, LocalDate today) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(today);
        }
    }

    private static Uni<CapacityKnown> known(
            SqlConnection transaction, Days days, int quarters, CustomerContracts told) {
        LocalDate today = days.today();
        LocalDate from = days.from();
        OffsetDateTime since = from.atStartOfDay().atOffset(ZoneOffset.UTC);
        String[] underContract = Customers.on(told, today).toArray(String[]::new);
        return all(transaction, TASKS, Tuple.of(since), PgCapacityFacts::task)
                .chain(tasks -> all(transaction, WITHOUT_BEGINNING, Tuple.tuple(), row -> row.getInteger("tasks"))
                        .chain(without -> customers(transaction, today, underContract)
                                .chain(customers -> renewals(transaction, today, quarters, told.accounts())
                                        .chain(renewals -> begun(transaction, days, told)
                                                .map(begun -> new CapacityKnown(
                                                        from,
                                                        today,
                                                        tasks,
                                                        without.get(0),
                                                        customers,
                                                        renewals,
                                                        begun))))));
    }

    private static Uni<List<Due>> renewals(
            SqlConnection transaction, LocalDate today, int quarters, AccountTree accounts) {
        Map<String, String> merged = new TreeMap<>(accounts.merged());
        Tuple parameters = Tuple.of(
                today.plusMonths((long) MONTHS * quarters),
                today,
                merged.keySet().toArray(String[]::new),
                merged.values().toArray(String[]::new));
        return all(transaction, RENEWALS, parameters, PgCapacityFacts::due);
    }

    private static Uni<List<Customer>> customers(SqlConnection transaction, LocalDate today, String[] underContract) {
        return all(transaction, OWNERS, Tuple.of(today), row -> row).chain(owners -> {
            Map<String, Map<String, String>> byAccount = new HashMap<>();
            // Of several in a role the one who has had it longest, who comes last.
            owners.forEach(row -> byAccount
                    .computeIfAbsent(row.getString("account_id"), none -> new HashMap<>())
                    .put(row.getString("role"), row.getString("staff_id")));
            return all(transaction, CUSTOMERS, Tuple.of((Object) underContract), row -> {
                String account = row.getString("account_id");
                return new Customer(
                        account,
                        row.getString("tier"),
                        row.getString("stage"),
                        byAccount.getOrDefault(account, Map.of()));
            });
        });
    }

    private static Uni<Map<String, Integer>> begun(SqlConnection transaction, Days days, CustomerContracts told) {
        Map<String, LocalDate> first = new HashMap<>();
        told.contracts().stream()
                .filter(ContractRecord::stands)
                .forEach(contract -> first.merge(
                        told.accounts().account(contract.accountId()),
                        contract.startsOn(),
                        (one, other) -> one.isBefore(other) ? one : other));
        String[] customers = first.keySet().stream()
                .filter(customer -> days.contains(Objects.requireNonNull(first.get(customer))))
                .toArray(String[]::new);
        return all(transaction, TIERS, Tuple.of((Object) customers), row -> row).map(rows -> {
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

    private static <T> Uni<List<T>> all(
            SqlConnection transaction, String sql, Tuple parameters, Function<Row, T> reader) {
        return transaction.preparedQuery(sql).execute(parameters).map(rows -> {
            List<T> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add(reader.apply(row)));
            return all;
        });
    }
}
