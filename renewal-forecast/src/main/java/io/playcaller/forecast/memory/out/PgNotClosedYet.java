package io.playcaller.forecast.memory.out;

import io.playcaller.forecast.memory.NotClosed;
import io.playcaller.forecast.memory.app.NotClosedYet;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code renewal_outcome}, and {@code forecast} for what nobody has decided. */
@ApplicationScoped
public class PgNotClosedYet implements NotClosedYet {

    private static final String OF = """
            with known as (
                select distinct on (contract_id, renewal_on) contract_id, renewal_on, currency, arr_minor, kept_minor, began,
                    bool_or(closed) over (partition by contract_id, renewal_on) as closed
                from renewal_outcome
                where renewal_on >= $1 and renewal_on < $2
                order by contract_id, renewal_on, recorded_on desc)
            select currency, decided, count(*)::int as n, sum(arr_minor)::bigint as due, sum(kept_minor)::bigint as kept
            from (
                select currency, true as decided, arr_minor, kept_minor from known where began and not closed
                union all
                select currency, false, arr_minor, null
                from forecast
                where open and renewal_on >= $1 and renewal_on < $2
                    and not exists (
                        select from known
                        where known.contract_id = forecast.contract_id and known.renewal_on = forecast.renewal_on)) each
            group by currency, decided
            order by currency, decided desc""";

    private final Pool pool;

    PgNotClosedYet(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<NotClosed>> of(LocalDate from, LocalDate until) {
        return pool.preparedQuery(OF).execute(Tuple.of(from, until)).map(rows -> {
            List<NotClosed> all = new ArrayList<>();
            rows.forEach(row -> all.add(notClosed(row)));
            return all;
        });
    }

    private static NotClosed notClosed(Row row) {
        return new NotClosed(
                row.getString("currency"),
                row.getBoolean("decided"),
                row.getInteger("n"),
                row.getLong("due"),
                row.getLong("kept"));
    }
}
