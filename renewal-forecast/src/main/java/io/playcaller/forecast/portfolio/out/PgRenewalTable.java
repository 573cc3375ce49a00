package io.playcaller.forecast.portfolio.out;

import io.playcaller.chassis.check.SharedQuestion;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.ledger.out.MergeRows;
import io.playcaller.forecast.portfolio.Renewals;
import io.playcaller.forecast.portfolio.app.RenewalTable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all open forecasts, with what their accounts are and whether what is past its day is decided, and what is told of contracts
 * beside these, as they were last read, and reads what may have changed since whenever somebody asks. In this order: a mark, which is the oldest transaction that still ran (whatever began before it is visible) →
 * what was changed by the mark of the reading before or later → the two put together → which accounts are merged, which is read whole. What is read twice is the same twice. All is
 * read anew on a new day (owners come and go by date), and from another PostgreSQL or one that started anew, whose transactions may
 * count from elsewhere. A reading that fails leaves the one before, and the next goes back to its mark. Rows are put together on a
 * worker thread.
 */
@ApplicationScoped
public class PgRenewalTable implements RenewalTable {

    private static final String MARK = """
            select (playcaller_now() at time zone 'UTC')::date as today, pg_postmaster_start_time() as server,
                pg_snapshot_xmin(pg_current_snapshot())::text::bigint as mark""";

    static final String RENEWALS = """
            select forecast.contract_id, forecast.account_id, forecast.renewal_on, forecast.category, forecast.currency,
                forecast.arr_minor, forecast.renews, forecast.contracts, forecast.expands,
                health.segment, health.tier, account.region, owner.staff_id, forecast.shares, forecast.open,
                (forecast.renewal_on <= $1 and exists (
                    select from renewal_outcome known
                    where known.contract_id = forecast.contract_id and known.renewal_on = forecast.renewal_on
                        and known.began)) as decided
            from forecast
                left join account on account.account_id = forecast.account_id
                left join health on health.account_id = forecast.account_id
                left join (
                    select distinct on (account_id) account_id, staff_id
                    from account_owner
                    where role = 'csm' and from_day <= $1 and (until_day is null or until_day > $1)
                    order by account_id, from_day desc, staff_id) owner on owner.account_id = forecast.account_id
            where forecast.open""";

    /** With those that are open no longer. */
    static final String CHANGED = """
            with changed as (
                select contract_id from forecast where changed >= $2
                union
                select forecast.contract_id
                from (
                        select account_id from account where changed >= $2
                        union
                        select account_id from health where changed >= $2
                        union
                        select account_id from owners_told where changed >= $2) touched
                    join forecast on forecast.account_id = touched.account_id
                union
                select contract_id from renewal_outcome where changed >= $2)
            select forecast.contract_id, forecast.account_id, forecast.renewal_on, forecast.category, forecast.currency,
                forecast.arr_minor, forecast.renews, forecast.contracts, forecast.expands,
                health.segment, health.tier, account.region, owner.staff_id, forecast.shares, forecast.open,
                (forecast.renewal_on <= $1 and exists (
                    select from renewal_outcome known
                    where known.contract_id = forecast.contract_id and known.renewal_on = forecast.renewal_on
                        and known.began)) as decided
            from changed
                join forecast on forecast.contract_id = changed.contract_id
                left join account on account.account_id = forecast.account_id
                left join health on health.account_id = forecast.account_id
                left join lateral (
                    select staff_id
                    from account_owner
                    where account_id = forecast.account_id and role = 'csm' and from_day <= $1
                        and (until_day is null or until_day > $1)
                    order by from_day desc, staff_id
                    limit 1) owner on true""";

    /** Contracts that the ledger refuses among them: no amount is more than it takes of one, so that any number of lines has a sum. */
    private static final String PRODUCTS = """
            select contract.contract_id, line ->> 'productId' as product,
                sum(least((line -> 'arr' ->> 'minor')::bigint, 1000000000000000))::bigint as arr
            from contract cross join lateral jsonb_array_elements(contract.body::jsonb -> 'lines') as line
            where contract.open or contract.contract_id in (select contract_id from contract_book)
            group by 1, 2""";

    private final Pool pool;
    private final SharedQuestion<Renewals> reading = new SharedQuestion<>(this::read);
    private volatile @Nullable Read last;

    PgRenewalTable(Pool pool) {
        this.pool = pool;
    }

    /**
     * A place in what happens.
     *
     * @param server when the PostgreSQL that says so was started
     * @param transaction all before it are visible
     */
    private record Mark(LocalDate today, OffsetDateTime server, long transaction) {

        static Mark of(Row row) {
            return new Mark(row.getLocalDate("today"), row.getOffsetDateTime("server"), row.getLong("mark"));
        }

        boolean goesOnFrom(Mark before) {
            return today.equals(before.today) && server.equals(before.server) && transaction >= before.transaction;
        }
    }

    private record Read(Mark mark, Renewals renewals) {}

    @Override
    public Uni<Renewals> now() {
        return reading.ask();
    }

    @Override
    public Uni<Map<String, Map<String, Long>>> products() {
        return pool.query(PRODUCTS)
                .execute()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    Map<String, Map<String, Long>> byContract = new HashMap<>();
                    rows.forEach(row -> byContract
                            .computeIfAbsent(row.getString("contract_id"), id -> new TreeMap<>())
                            .put(row.getString("product"), row.getLong("arr")));
                    return byContract;
                });
    }

    private Uni<Renewals> read() {
        return pool.query(MARK)
                .execute()
                .map(rows -> Mark.of(rows.iterator().next()))
                .chain(mark -> since(last, mark)
                        .chain(renewals ->
                                MergeRows.read(pool).map(AccountTree::merged).map(renewals::merged))
                        .invoke(renewals -> last = new Read(mark, renewals)));
    }

    private Uni<Renewals> since(@Nullable Read before, Mark mark) {
        return before == null || !mark.goesOnFrom(before.mark())
                ? all(mark.today())
                : changed(before.renewals(), mark.today(), before.mark().transaction());
    }

    private Uni<Renewals> all(LocalDate today) {
        return pool.preparedQuery(RENEWALS)
                .execute(Tuple.of(today))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> RenewalRows.of(rows).open())
                .chain(open -> held(HoldingRows.ALL, Tuple.of(today), today)
                        .map(all -> new Renewals(today, open, all.held())));
    }

    private Uni<Renewals> changed(Renewals before, LocalDate today, long since) {
        return pool.preparedQuery(CHANGED)
                .execute(Tuple.of(today, since))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(RenewalRows::of)
                .chain(forecasts -> held(HoldingRows.CHANGED, Tuple.of(today, since), today)
                        .map(told -> before.with(forecasts.open(), forecasts.closed())
                                .holding(told.held(), told.gone())));
    }

    /** After the forecasts: of what is decided in between both are read, and the forecast counts until the next reading. */
    private Uni<HoldingRows> held(String statement, Tuple asked, LocalDate today) {
        return pool.preparedQuery(statement)
                .execute(asked)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> HoldingRows.of(rows, today));
    }
}
