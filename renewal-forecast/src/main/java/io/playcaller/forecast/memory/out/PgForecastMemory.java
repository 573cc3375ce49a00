package io.playcaller.forecast.memory.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.memory.ForecastBridge;
import io.playcaller.forecast.engine.memory.Standing.Decided;
import io.playcaller.forecast.memory.DayInMemory;
import io.playcaller.forecast.memory.RememberedContract;
import io.playcaller.forecast.memory.app.ForecastMemory;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.Renewal.Traits;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code forecast_snapshot} and {@code renewal_outcome}, a line per contract, with what its account is today. */
@ApplicationScoped
public class PgForecastMemory implements ForecastMemory {

    private static final String DAYS = """
            select (select max(day) from forecast_snapshot where day <= $1) as first,
                (select max(day) from forecast_snapshot where day <= $2) as last""";

    /** $1 and $2 are the days, $3 and $4 the period. */
    private static final String CONTRACTS = """
            with asked as (
                select contract_id from forecast_snapshot
                where day in ($1, $2) and contract_id > $5
                    and coalesce(renewal_on, (body::jsonb ->> 'renewalOn')::date) >= $3
                    and coalesce(renewal_on, (body::jsonb ->> 'renewalOn')::date) < $4
                union
                select contract_id from (
                    select distinct on (contract_id, renewal_on) contract_id, began from renewal_outcome
                    where renewal_on >= $3 and renewal_on < $4 and recorded_on <= $1 and contract_id > $5
                    order by contract_id, renewal_on, recorded_on desc) was
                where began
                union
                select contract_id from (
                    select distinct on (contract_id, renewal_on) contract_id, began from renewal_outcome
                    where renewal_on >= $3 and renewal_on < $4 and recorded_on <= $2 and contract_id > $5
                    order by contract_id, renewal_on, recorded_on desc) known
                where began
                order by contract_id
                limit $6)
            select asked.contract_id, contract.account_id,
                coalesce(before.currency, after.currency, known.currency, was.currency) as currency,
                health.segment, health.tier, account.region, owner.staff_id,
                before.body as body_before, before.taken_at as taken_before,
                after.body as body_after, after.taken_at as taken_after,
                was.renewal_on as renewal_before, was.kept_minor as kept_before,
                known.renewal_on as renewal_after, known.kept_minor as kept_after
            from asked
                join contract on contract.contract_id = asked.contract_id
                left join forecast_snapshot before on before.contract_id = asked.contract_id and before.day = $1
                left join forecast_snapshot after on after.contract_id = asked.contract_id and after.day = $2
                left join lateral (
                    select renewal_on, kept_minor, currency from (
                        select distinct on (renewal_on) renewal_on, kept_minor, currency, began from renewal_outcome
                        where contract_id = asked.contract_id and renewal_on >= $3 and renewal_on < $4 and recorded_on <= $1
                        order by renewal_on desc, recorded_on desc) newest
                    where began
                    order by renewal_on desc limit 1) was on true
                left join lateral (
                    select renewal_on, kept_minor, currency from (
                        select distinct on (renewal_on) renewal_on, kept_minor, currency, began from renewal_outcome
                        where contract_id = asked.contract_id and renewal_on >= $3 and renewal_on < $4 and recorded_on <= $2
                        order by renewal_on desc, recorded_on desc) newest
                    where began
                    order by renewal_on desc limit 1) known on true
                left join account on account.account_id = contract.account_id
                left join health on health.account_id = contract.account_id
                left join lateral (
                    select staff_id from account_owner
                    where account_id = contract.account_id and role = 'csm' and from_day <= $2
                        and (until_day is null or until_day > $2)
                    order by from_day desc, staff_id limit 1) owner on true
            order by asked.contract_id""";

    private final Pool pool;

    PgForecastMemory(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Days>> days(LocalDate from, LocalDate until) {
        return pool.preparedQuery(DAYS).execute(Tuple.of(from, until)).map(rows -> {
            Row row = rows.iterator().next();
            LocalDate first = row.getLocalDate("first");
            return first == null ? Optional.empty() : Optional.of(new Days(first, row.getLocalDate("last")));
        });
    }

    @Override
    public Uni<List<RememberedContract>> contracts(Days days, ForecastBridge period, String after, int limit) {
        Tuple asked = Tuple.wrap(new Object[] {days.from(), days.until(), period.from(), period.until(), after, limit});
        return pool.preparedQuery(CONTRACTS)
                .execute(asked)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    List<RememberedContract> contracts = new ArrayList<>(rows.size());
                    rows.forEach(row -> contracts.add(contract(row)));
                    return contracts;
                });
    }

    private static RememberedContract contract(Row row) {
        return new RememberedContract(
                row.getString("contract_id"),
                row.getString("account_id"),
                row.getString("currency"),
                new Traits(
                        said(row.getString("segment")),
                        said(row.getString("tier")),
                        said(row.getString("region")),
                        said(row.getString("staff_id")),
                        By.UNKNOWN),
                day(row, "before"),
                day(row, "after"),
                List.of());
    }

    private static DayInMemory day(Row row, String when) {
        String body = row.getString("body_" + when);
        LocalDate renewalOn = row.getLocalDate("renewal_" + when);
        return new DayInMemory(
                body == null ? null : WireJson.read(body.getBytes(StandardCharsets.UTF_8), RenewalForecast.class),
                body == null ? null : row.getOffsetDateTime("taken_" + when).toInstant(),
                renewalOn == null ? null : new Decided(renewalOn, row.getLong("kept_" + when)));
    }

    private static String said(@Nullable String trait) {
        return trait == null ? By.UNKNOWN : trait;
    }
}
