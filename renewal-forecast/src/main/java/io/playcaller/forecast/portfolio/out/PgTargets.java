package io.playcaller.forecast.portfolio.out;

import io.playcaller.forecast.portfolio.Target;
import io.playcaller.forecast.portfolio.app.Targets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The table {@code target}. */
@ApplicationScoped
public class PgTargets implements Targets {

    private static final String IN_FORCE = """
            select * from (
                select distinct on (quarter, segment, currency) quarter, segment, currency, version, grr, nrr, author, at
                from target
                order by quarter, segment, currency, version desc) newest
            where grr is not null or nrr is not null
            order by quarter, segment, currency""";

    /** Two who set one target at once get the same version, and the second is refused by the key and tries again. */
    private static final String SET = """
            insert into target (quarter, segment, currency, version, grr, nrr, author, at)
            select $1::text, $2::text, $3::text, coalesce(max(version), 0) + 1, $4::numeric, $5::numeric, $6::text,
                playcaller_now()
            from target
            where quarter = $1::text and segment = $2::text and currency = $3::text
            returning quarter, segment, currency, version, grr, nrr, author, at""";

    private static final int TRIES = 3;

    private final Pool pool;

    PgTargets(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Target>> inForce() {
        return pool.query(IN_FORCE).execute().map(rows -> {
            List<Target> targets = new ArrayList<>();
            rows.forEach(row -> targets.add(target(row)));
            return targets;
        });
    }

    @Override
    public Uni<Target> set(Change change) {
        Tuple values = Tuple.wrap(new Object[] {
            change.quarter(), change.segment(), change.currency(), change.grr(), change.nrr(), change.author()
        });
        return pool.preparedQuery(SET)
                .execute(values)
                .map(rows -> target(rows.iterator().next()))
                .onFailure()
                .retry()
                .atMost(TRIES);
    }

    private static Target target(Row row) {
        return new Target(
                row.getString("quarter"),
                row.getString("segment"),
                row.getString("currency"),
                row.getInteger("version"),
                row.getBigDecimal("grr"),
                row.getBigDecimal("nrr"),
                row.getString("author"),
                row.getOffsetDateTime("at").toInstant());
    }
}
