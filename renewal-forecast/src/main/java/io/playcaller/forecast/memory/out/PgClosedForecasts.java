package io.playcaller.forecast.memory.out;

import io.playcaller.forecast.engine.contract.MovedDay;
import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.memory.Remembered;
import io.playcaller.forecast.memory.app.ClosedForecasts;
import io.playcaller.forecast.portfolio.By;
import io.playcaller.forecast.portfolio.out.StoredShares;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads {@code renewal_outcome} with the snapshots of the horizons, or of the week before where a day has none, and of these only those that
 * were about the term. Of a short one another was still ahead of the contract at the longer horizons; of one that was renewed early the next
 * one was already ahead at the shorter. Terms that never began are in none.
 */
@ApplicationScoped
public class PgClosedForecasts implements ClosedForecasts {

    /**
     * A snapshot is about the term where its renewal is after the one before, and not so much later than this one that it is another
     * term's: $8 to $10 are what {@link ShortTerms#newTermDays} goes by.
     */
    private static final String OF = """
            select closed.contract_id, closed.renewal_on, closed.currency, closed.kept_minor, closed.net_minor,
                newest.kept_minor as kept_now, newest.net_minor as net_now, horizon.days, taken.taken_at,
                taken.arr_minor, taken.renews, taken.contracts, taken.expands, taken.shares, health.segment
            from (
                    select distinct on (contract_id, renewal_on) *
                    from renewal_outcome
                    where closed and began and renewal_on >= $1 and renewal_on < $2 and contract_id >= $4
                    order by contract_id, renewal_on, recorded_on) closed
                join (
                    select distinct on (contract_id, renewal_on) *
                    from renewal_outcome
                    where renewal_on >= $1 and renewal_on < $2 and contract_id >= $4
                    order by contract_id, renewal_on, recorded_on desc) newest
                    on newest.contract_id = closed.contract_id and newest.renewal_on = closed.renewal_on and newest.began
                left join contract on contract.contract_id = closed.contract_id
                cross join lateral (
                    select closed.renewal_on
                            - coalesce(closed.since, (contract.body::jsonb ->> 'startsOn')::date) as days) term
                cross join unnest($3::int[]) as horizon (days)
                cross join lateral (
                    select taken_at, arr_minor, renews, (body::jsonb ->> 'contracts')::int as contracts,
                        (body::jsonb ->> 'expands')::int as expands, body::jsonb ->> 'shares' as shares
                    from forecast_snapshot
                    where contract_id = closed.contract_id
                        and day > closed.renewal_on - horizon.days - 8 and day <= closed.renewal_on - horizon.days
                        and (closed.since is null or forecast_snapshot.renewal_on > closed.since)
                        and coalesce(forecast_snapshot.renewal_on, (body::jsonb ->> 'renewalOn')::date) < closed.renewal_on
                            + case when term.days <= $8::int then greatest(term.days / 2, $9::int) else $10::int end
                    order by day desc
                    limit 1) taken
                left join health on health.account_id = closed.account_id
            where (closed.contract_id, closed.renewal_on, horizon.days) > ($4, $5, $6)
            order by closed.contract_id, closed.renewal_on, horizon.days
            limit $7""";

    private final Pool pool;

    PgClosedForecasts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Remembered>> of(
            LocalDate from, LocalDate until, int[] horizons, ShortTerms shortTerms, Place after, int limit) {
        Tuple asked = Tuple.wrap(new Object[] {
            from,
            until,
            Arrays.stream(horizons).boxed().toArray(Integer[]::new),
            after.contractId(),
            after.renewalOn(),
            after.horizon(),
            limit,
            shortTerms.upTo(),
            MovedDay.WORDS_HOLD_DAYS + 1,
            MovedDay.NEW_TERM_DAYS
        });
        return pool.preparedQuery(OF).execute(asked).map(rows -> {
            List<Remembered> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add(remembered(row)));
            return all;
        });
    }

    private static Remembered remembered(Row row) {
        String segment = row.getString("segment");
        return new Remembered(
                row.getString("contract_id"),
                row.getLocalDate("renewal_on"),
                row.getInteger("days"),
                row.getOffsetDateTime("taken_at").toInstant(),
                row.getString("currency"),
                segment == null ? By.UNKNOWN : segment,
                new ContractOutlook(
                        row.getLong("arr_minor"),
                        row.getInteger("renews"),
                        row.getInteger("contracts"),
                        row.getInteger("expands"),
                        StoredShares.read(row.getString("shares"))),
                new RenewalOutcome(row.getLong("kept_minor"), row.getLong("net_minor")),
                new RenewalOutcome(row.getLong("kept_now"), row.getLong("net_now")));
    }
}
