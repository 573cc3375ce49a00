package io.playcaller.health.fold.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.health.fold.CheckpointView;
import io.playcaller.health.fold.app.FoldViews;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@link FoldViews} in PostgreSQL. */
@ApplicationScoped
class PgFoldViews implements FoldViews {

    private final Pool pool;
    private final String log;

    PgFoldViews(Pool pool, TopicNames topics) {
        this.pool = pool;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
    }

    @Override
    public Uni<List<CheckpointView>> checkpoints() {
        String sql =
                "select partition, epoch, next_offset, log_time from checkpoint where topic = $1 order by partition";
        return pool.preparedQuery(sql).execute(Tuple.of(log)).map(rows -> list(rows, PgFoldViews::checkpoint));
    }

    private static CheckpointView checkpoint(Row row) {
        OffsetDateTime logTime = row.getOffsetDateTime("log_time");
        return new CheckpointView(
                row.getInteger("partition"),
                row.getLong("epoch"),
                row.getLong("next_offset"),
                logTime == null ? null : logTime.toInstant());
    }

    static <T> List<T> list(RowSet<Row> rows, Function<Row, T> item) {
        List<T> items = new ArrayList<>();
        rows.forEach(row -> items.add(item.apply(row)));
        return items;
    }
}
