package io.playcaller.forecast.process.out;

import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.process.app.ProcessVersions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The table {@code renewal_process}. Two replicas at once may write a version twice, which says the same. */
@ApplicationScoped
public class PgProcessVersions implements ProcessVersions {

    private static final String NOTE = """
            insert into renewal_process (version, body, at)
            select $1::text, $2::text, playcaller_now()
            where $1::text is distinct from (select version from renewal_process order by activation desc limit 1)""";

    private static final String NEWEST = "select version from renewal_process order by activation desc limit 1";

    private static final String TEXT = "select body from renewal_process where version = $1 limit 1";

    private final Pool pool;

    PgProcessVersions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> note(Ruled<RenewalProcess> process) {
        return pool.preparedQuery(NOTE)
                .execute(Tuple.of(process.version(), process.text()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<String>> newest() {
        return pool.query(NEWEST).execute().map(PgProcessVersions::first);
    }

    @Override
    public Uni<Optional<String>> text(String version) {
        return pool.preparedQuery(TEXT).execute(Tuple.of(version)).map(PgProcessVersions::first);
    }

    private static Optional<String> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getString(0));
    }
}
