package io.playcaller.forecast.memory.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.memory.Deciding;
import io.playcaller.forecast.engine.memory.Due;
import io.playcaller.forecast.ledger.out.MergeRows;
import io.playcaller.forecast.memory.Outcome;
import io.playcaller.forecast.memory.app.Outcomes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The table {@code renewal_outcome}. */
@ApplicationScoped
public class PgOutcomes implements Outcomes {

    /**
     * Of the newest snapshot before the day ($1), and of the last one of a contract that is not in it because it could not be counted, what is
     * not forecast for that renewal any more; what is forecast though its day was $5 or more days ago; and what is on record. A contract that
     * is unknown has no account and is left out. Of what is not on record also the renewal before, more than $7 days earlier: one on record,
     * or at most $6 days earlier one that was still ahead on its eve. Of what is on record it stands in any row that has one: a replica of
     * before writes none. And the renewal before that, where it is on record.
     */
    private static final String CANDIDATES = """
            with due as (
                select contract.account_id, due.contract_id, due.renewal_on, due.arr_minor, due.currency, due.told, due.since
                from (
                    select kept.contract_id, kept.renewal_on, kept.arr_minor, kept.currency, false as told,
                        null::date as since
                    from (
                        select contract_id, arr_minor, currency,
                            coalesce(renewal_on, (body::jsonb ->> 'renewalOn')::date) as renewal_on
                        from forecast_snapshot
                        where day = (select max(day) from forecast_snapshot where day < $1) and contract_id >= $2
                        union all
                        select gone.contract_id, last.arr_minor, last.currency, last.renewal_on
                        from forecast gone
                            cross join lateral (
                                select arr_minor, currency,
                                    coalesce(renewal_on, (body::jsonb ->> 'renewalOn')::date) as renewal_on
                                from forecast_snapshot
                                where contract_id = gone.contract_id and day < $1 and day >= $1::date - 400
                                order by day desc
                                limit 1) last
                        where gone.contract_id >= $2
                            and not exists (
                                select from forecast_snapshot newest
                                where newest.contract_id = gone.contract_id
                                    and newest.day = (select max(day) from forecast_snapshot where day < $1))
                            and (gone.open or not exists (
                                select from renewal_outcome known
                                where known.contract_id = gone.contract_id
                                    and known.renewal_on = gone.renewal_on))) kept
                    where not exists (
                            select from forecast
                            where forecast.contract_id = kept.contract_id and forecast.open
                                and forecast.renewal_on = kept.renewal_on)
                        and not exists (
                            select from renewal_outcome known
                            where known.contract_id = kept.contract_id and known.renewal_on = kept.renewal_on)
                    union
                    select ahead.contract_id, ahead.renewal_on, ahead.arr_minor, ahead.currency, false, null::date
                    from forecast ahead
                    where ahead.open and ahead.renewal_on <= $1::date - $5::int and ahead.contract_id >= $2
                        and not exists (
                            select from renewal_outcome known
                            where known.contract_id = ahead.contract_id and known.renewal_on = ahead.renewal_on)
                    union
                    select contract_id, renewal_on, arr_minor, currency, true, max(since)
                    from renewal_outcome
                    where renewal_on >= $1::date - 400 and contract_id >= $2
                    group by contract_id, renewal_on, arr_minor, currency) due
                    join contract on contract.contract_id = due.contract_id
                where (due.contract_id, due.renewal_on) > ($2, $3)
                order by due.contract_id, due.renewal_on
                limit $4),
            term as (
                select due.account_id, due.contract_id, due.renewal_on, due.arr_minor, due.currency, due.told,
                    case when due.told then due.since else greatest(
                        (select max(known.renewal_on) from renewal_outcome known
                            where known.contract_id = due.contract_id and known.renewal_on < due.renewal_on - $7::int),
                        (select max(kept.renewal_on) from forecast_snapshot kept
                            where kept.contract_id = due.contract_id and kept.day < due.renewal_on
                                and kept.day >= due.renewal_on - $6::int - 1
                                and kept.renewal_on < due.renewal_on - $7::int and kept.renewal_on <= kept.day + 1)) end as since
                from due)
            select term.account_id, term.contract_id, term.renewal_on, term.arr_minor, term.currency, term.told, term.since,
                (select max(earlier.since) from renewal_outcome earlier
                    where earlier.contract_id = term.contract_id and earlier.renewal_on = term.since) as before
            from term
            order by term.contract_id, term.renewal_on""";

    private static final String CONTRACTS =
            "select body from contract where account_id = any($1::text[]) order by contract_id";

    private static final String RECORD = """
            insert into renewal_outcome (contract_id, renewal_on, recorded_on, recorded_at, account_id, arr_minor,
                currency, kept_minor, net_minor, closed, since, began)
            select next.contract_id, next.renewal_on, $1::date, playcaller_now(), next.account_id, next.arr_minor,
                next.currency, next.kept_minor, next.net_minor, next.closed, next.since, next.began
            from unnest($2::text[], $3::date[], $4::text[], $5::bigint[], $6::text[], $7::bigint[], $8::bigint[],
                    $9::bool[], $10::date[], $11::bool[])
                as next (contract_id, renewal_on, account_id, arr_minor, currency, kept_minor, net_minor, closed, since,
                    began)
            where not exists (
                select from (
                    select kept_minor, net_minor, closed, began
                    from renewal_outcome told
                    where told.contract_id = next.contract_id and told.renewal_on = next.renewal_on
                    order by recorded_on desc
                    limit 1) last
                where last.kept_minor = next.kept_minor and last.net_minor = next.net_minor
                    and last.closed = next.closed and last.began = next.began)
            on conflict do nothing""";

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);

    @Override
    public Uni<List<Candidate>> candidates(
            SqlConnection transaction, Deciding by, @Nullable Candidate after, int limit) {
        Tuple asked = Tuple.wrap(new Object[] {
            by.today(),
            after == null ? "" : after.due().contractId(),
            after == null ? BEFORE_ALL : after.due().renewalOn(),
            limit,
            by.shortTerms().grace(),
            by.shortTerms().upTo(),
            MovedDay.WORDS_HOLD_DAYS
        });
        return transaction.preparedQuery(CANDIDATES).execute(asked).map(rows -> {
            List<Candidate> candidates = new ArrayList<>();
            rows.forEach(row -> candidates.add(candidate(row)));
            return candidates;
        });
    }

    @Override
    public Uni<Map<String, List<ContractRecord>>> contracts(SqlConnection transaction, Collection<String> accountIds) {
        return MergeRows.read(transaction)
                .chain(merged -> transaction
                        .preparedQuery(CONTRACTS)
                        .execute(Tuple.of(merged.together(accountIds).toArray(String[]::new)))
                        .map(rows -> {
                            List<ContractRecord> contracts = new ArrayList<>(rows.size());
                            rows.forEach(row -> contracts.add(WireJson.read(
                                    row.getString("body").getBytes(StandardCharsets.UTF_8), ContractRecord.class)));
                            return new CustomerContracts(contracts, merged).of(accountIds);
                        }));
    }

    @Override
    public Uni<Integer> record(SqlConnection transaction, LocalDate day, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Tuple columns = Tuple.wrap(new Object[] {
            day,
            column(outcomes, outcome -> outcome.due().contractId(), String[]::new),
            column(outcomes, outcome -> outcome.due().renewalOn(), LocalDate[]::new),
            column(outcomes, Outcome::accountId, String[]::new),
            column(outcomes, outcome -> outcome.due().arr().minor(), Long[]::new),
            column(outcomes, outcome -> outcome.due().arr().currency(), String[]::new),
            column(outcomes, outcome -> outcome.outcome().kept(), Long[]::new),
            column(outcomes, outcome -> outcome.outcome().net(), Long[]::new),
            column(outcomes, Outcome::closed, Boolean[]::new),
            column(outcomes, outcome -> outcome.due().since(), LocalDate[]::new),
            column(outcomes, outcome -> outcome.outcome().began(), Boolean[]::new)
        });
        return transaction.preparedQuery(RECORD).execute(columns).map(SqlResult::rowCount);
    }

    private static Candidate candidate(Row row) {
        return new Candidate(
                row.getString("account_id"),
                new Due(
                        row.getString("contract_id"),
                        row.getLocalDate("renewal_on"),
                        new Money(row.getLong("arr_minor"), row.getString("currency")),
                        row.getLocalDate("since"),
                        row.getLocalDate("before")),
                row.getBoolean("told"));
    }

    private static <T, C> C[] column(List<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
