package io.playcaller.ingest.backfill.out;

import io.playcaller.ingest.backfill.BackfillRun;
import io.playcaller.ingest.backfill.app.Backfills;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;

@ApplicationScoped
class PgBackfills implements Backfills {

    private static final String OPEN =
            "insert into backfill_run (run_id, source, started_at) values ($1, $2, $3) on conflict do nothing";

    private static final String END =
            "update backfill_run set ended_at = coalesce(ended_at, $2) where run_id = $1 returning "
                    + BackfillRows.COLUMNS;

    private static final String FIND = "select " + BackfillRows.COLUMNS + " from backfill_run where run_id = $1";

    private final Pool pool;

    PgBackfills(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<BackfillRun> open(String runId, String source, Instant now) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(runId, source, now.atOffset(ZoneOffset.UTC)))
                .chain(() -> find(runId))
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<Optional<BackfillRun>> end(String runId, Instant now) {
        return one(END, Tuple.of(runId, now.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public Uni<Optional<BackfillRun>> find(String runId) {
        return one(FIND, Tuple.of(runId));
    }

    private Uni<Optional<BackfillRun>> one(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(BackfillRows::run));
    }
}
