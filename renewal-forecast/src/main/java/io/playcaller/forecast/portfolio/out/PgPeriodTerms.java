package io.playcaller.forecast.portfolio.out;

import io.playcaller.forecast.portfolio.PeriodTerm;
import io.playcaller.forecast.portfolio.app.PeriodTerms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** The table {@code period_term}. */
@ApplicationScoped
public class PgPeriodTerms implements PeriodTerms {

    private static final String NEWEST = """
            select until, believed, deviation, quarters, renewals
            from period_term
            where believed = $1
            order by until desc
            limit 1""";
    private static final String HAS = "select 1 from period_term where until = $1 and believed = $2";
    private static final String KEEP = """
            insert into period_term (until, believed, deviation, quarters, renewals)
            values ($1, $2, $3, $4, $5)
            on conflict do nothing""";

    private final Pool pool;

    PgPeriodTerms(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<PeriodTerm>> newest(double believed) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(believed)).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext() ? Optional.of(term(found.next())) : Optional.empty();
        });
    }

    @Override
    public Uni<Boolean> has(LocalDate until, double believed) {
        return pool.preparedQuery(HAS).execute(Tuple.of(until, believed)).map(rows -> rows.size() > 0);
    }

    @Override
    public Uni<Void> keep(PeriodTerm term) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(term.until(), term.believed(), term.deviation(), term.quarters(), term.renewals()))
                .replaceWithVoid();
    }

    private static PeriodTerm term(Row row) {
        return new PeriodTerm(
                row.getLocalDate("until"),
                row.getDouble("believed"),
                row.getDouble("deviation"),
                row.getInteger("quarters"),
                row.getInteger("renewals"));
    }
}
