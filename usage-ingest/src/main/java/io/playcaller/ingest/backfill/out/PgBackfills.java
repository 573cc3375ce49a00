package io.playcaller.ingest.backfill.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.ingest.backfill.BackfillRun;
import io.playcaller.ingest.backfill.app.Backfills;
import io.playcaller.ingest.postgres.out.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

@ApplicationScoped
class PgBackfills implements Backfills {

    private static final String OPEN =
            "insert into backfill_run (run_id, source, started_at) values ($1, $2, $3) on conflict do nothing";

    private static final String END = """
            update backfill_run
            set ended_at = $3, end_after_outbox_id = (select max(id) from outbox where topic = $1)
            where run_id = $2 and ended_at is null
            """;

    private static final String FIND = "select " + BackfillRows.COLUMNS + " from backfill_run where run_id = $2";

    private final Pool pool;
    private final String log;

    PgBackfills(Pool pool, TopicNames topics) {
        this.pool = pool;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
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
        return pool.preparedQuery(END)
                .execute(Tuple.of(log, runId, now.atOffset(ZoneOffset.UTC)))
                .chain(() -> find(runId));
    }

    @Override
    public Uni<Optional<BackfillRun>> find(String runId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(log, runId))
                .map(rows -> Rows.stream(rows).findFirst().map(BackfillRows::run));
    }
}
