package io.playcaller.forecast.retention.out;

import io.playcaller.forecast.retention.app.OldRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Removes rows of {@code task_open} and {@code task_time}; what another replica removes is left to it. */
@ApplicationScoped
public class PgOldRows implements OldRows {

    private static final String TASKS = """
            delete from task_open where task_id in (
                select task_id from task_open
                where state in ('completed', 'withdrawn')
                    and at < (select playcaller_now()) - make_interval(secs => $1::double precision)
                order by at limit $2
                for update skip locked)""";

    private static final String TASK_TIMES = """
            delete from task_time where task_id in (
                select task_id from task_time
                where ended_at < (select playcaller_now()) - make_interval(secs => $1::double precision)
                order by ended_at limit $2
                for update skip locked)""";

    private final Pool pool;

    PgOldRows(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Integer> removeTasks(Duration keep, int atMost) {
        return remove(TASKS, keep, atMost);
    }

    @Override
    public Uni<Integer> removeTaskTimes(Duration keep, int atMost) {
        return remove(TASK_TIMES, keep, atMost);
    }

    private Uni<Integer> remove(String statement, Duration keep, int atMost) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of((double) keep.toSeconds(), atMost))
                .map(SqlResult::rowCount);
    }
}
