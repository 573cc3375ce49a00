package io.playcaller.forecast.ledger.out;

import io.playcaller.forecast.config.ForecastConfig;
import io.playcaller.forecast.engine.currency.Rate;
import io.playcaller.forecast.ledger.SaidRate;
import io.playcaller.forecast.ledger.app.RateTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code rate}. */
@ApplicationScoped
public class PgRates implements RateTable {

    /** A rate that holds already is not said again. Rates travel as text: their digits are theirs. */
    private static final String SAY = """
            insert into rate (reporting, currency, day, version, rate, said_at, said_by)
            select $1, said.currency, said.day, coalesce(last.version, 0) + 1, said.rate::numeric, playcaller_now(), $5
            from unnest($2::text[], $3::date[], $4::text[]) as said (currency, day, rate)
                left join lateral (
                    select version, rate from rate
                    where reporting = $1 and rate.currency = said.currency and rate.day = said.day
                    order by version desc
                    limit 1) last on true
            where last.rate is distinct from said.rate::numeric
            on conflict do nothing""";

    private static final String OF = """
            select reporting, currency, day, version, rate, said_at, said_by
            from rate
            where reporting = $1 and currency = $2 and ($3::date is null or (day, version) < ($3, $4))
            order by day desc, version desc
            limit $5""";

    private final Pool pool;
    private final String reporting;

    PgRates(Pool pool, ForecastConfig config) {
        this.pool = pool;
        this.reporting = config.reportingCurrency();
    }

    @Override
    public Uni<Integer> say(List<Rate> rates, String saidBy) {
        Tuple columns = Tuple.wrap(new Object[] {
            reporting,
            rates.stream().map(Rate::currency).toArray(String[]::new),
            rates.stream().map(Rate::day).toArray(LocalDate[]::new),
            rates.stream().map(rate -> rate.rate().toPlainString()).toArray(String[]::new),
            saidBy
        });
        return pool.preparedQuery(SAY).execute(columns).map(said -> said.rowCount());
    }

    @Override
    public Uni<List<SaidRate>> of(String currency, @Nullable After after, int limit) {
        LocalDate day = after == null ? null : after.day();
        int version = after == null ? 0 : after.version();
        return pool.preparedQuery(OF)
                .execute(Tuple.of(reporting, currency, day, version, limit))
                .map(rows -> {
                    List<SaidRate> rates = new ArrayList<>();
                    rows.forEach(row -> rates.add(rate(row)));
                    return rates;
                });
    }

    private static SaidRate rate(Row row) {
        return new SaidRate(
                row.getString("reporting"),
                row.getString("currency"),
                row.getLocalDate("day"),
                row.getInteger("version"),
                row.getBigDecimal("rate"),
                row.getOffsetDateTime("said_at").toInstant(),
                row.getString("said_by"));
    }
}
