package io.playcaller.router.delivery.out;

import io.playcaller.router.delivery.DeliveryHold;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether delivery is held, for all replicas: a row, or none. */
@ApplicationScoped
public class PgDeliveryHold {

    /** A hold of the service becomes that of who orders one: it must not end by itself any more. */
    private static final String BEGIN = """
            insert into delivery_hold (since, because, ordered_by) values (clock_timestamp(), $1, $2)
            on conflict (held) do update set because = excluded.because, ordered_by = excluded.ordered_by
            where delivery_hold.ordered_by is null and excluded.ordered_by is not null""";

    private static final String NOW = "select since, because, ordered_by from delivery_hold";

    private static final String END = "delete from delivery_hold";

    /** One that a person ordered ends by their word. Tasks of which a tool was told too long ago are not compared. */
    private static final String END_COMPARED = """
            delete from delivery_hold found
            where ordered_by is null and not exists (
                select 1 from task_in_tool k
                where k.connector = any($1) and k.told_at > clock_timestamp() - make_interval(secs => $2)
                  and (k.compared_at is null or k.compared_at < found.since))""";

    private final Pool pool;

    PgDeliveryHold(Pool pool) {
        this.pool = pool;
    }

    /**
     * Holds delivery. One that a person ordered stays as it is, and so does any when the service says so again.
     *
     * @param by who says so; null for the service
     * @return whether it holds from now on, or as this says
     */
    public Uni<Boolean> begin(SqlConnection connection, String because, @Nullable String by) {
        return connection.preparedQuery(BEGIN).execute(Tuple.of(because, by)).map(rows -> rows.rowCount() == 1);
    }

    /** The same in a transaction of its own. */
    public Uni<Boolean> begin(String because, @Nullable String by) {
        return pool.withTransaction(connection -> begin(connection, because, by));
    }

    public Uni<Optional<DeliveryHold>> now() {
        return pool.query(NOW).execute().map(rows -> {
            Optional<DeliveryHold> hold = Optional.empty();
            for (Row row : rows) {
                hold = Optional.of(
                        new DeliveryHold(row.getOffsetDateTime(0).toInstant(), row.getString(1), row.getString(2)));
            }
            return hold;
        });
    }

    /** Answers whether there was one. */
    public Uni<Boolean> end() {
        return pool.query(END).execute().map(rows -> rows.rowCount() == 1);
    }

    /**
     * Ends a hold of the service when each task that it would ask these tools for was compared since.
     *
     * @param connectors tools that keep tasks, at least one
     * @param reach how long ago a tool was told of a task that is compared, at most
     */
    public Uni<Boolean> endCompared(List<String> connectors, Duration reach) {
        return pool.preparedQuery(END_COMPARED)
                .execute(Tuple.of(connectors.toArray(String[]::new), (double) reach.toSeconds()))
                .map(rows -> rows.rowCount() == 1);
    }
}
