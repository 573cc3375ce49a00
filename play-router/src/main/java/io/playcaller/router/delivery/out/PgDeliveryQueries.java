package io.playcaller.router.delivery.out;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ledger for people. What was sent, the messages themselves, is not shown. */
@ApplicationScoped
public class PgDeliveryQueries {

    private static final String LINES = """
            select d.delivery_id, d.task_id, d.connector, d.purpose, d.state, d.because, d.attempts, d.last_status,
                   d.created_at, d.sent_at, case when d.state = 'pending' then d.next_attempt_at end,
                   t.external_id, t.finding
            from delivery d
            left join task_in_tool t on t.task_id = d.task_id and t.connector = d.connector
            where ($1::uuid is null or d.task_id = $1)
              and ($2::text is null or d.connector = $2)
              and ($3::timestamptz is null or (d.created_at, d.delivery_id) < ($3, $4::uuid))
            """;

    private static final String NEWEST = " order by d.created_at desc, d.delivery_id desc limit $5";

    /** One pass over what waits, and one over what will not be sent: both are indexed and small. */
    private static final String TOLLS = """
            select connector,
                   count(*) filter (where state = 'pending'),
                   count(*) filter (where state = 'failed'),
                   count(*) filter (where state = 'disabled'),
                   (array_agg(because order by created_at desc) filter (where because is not null))[1],
                   (array_agg(last_status order by created_at desc) filter (where because is not null))[1]
            from delivery where state in ('pending', 'failed', 'disabled') group by connector""";

    private static final String STOPPED = "select name, target, disabled_at, because from connector";

    private static final String FINDINGS =
            "select connector, count(*), count(finding) from task_in_tool group by connector";

    private static final String ENABLE = "delete from connector where name = $1";

    /** What ended meanwhile is told nothing any more. */
    private static final String RELEASE = "update delivery d " + PgReplays.BEGINS_ANEW
            + "where d.connector = $1 and d.state = 'disabled' and (" + PgReplays.IS_NOTICE
            + " or exists (select 1 from task where task.task_id = d.task_id and task.open))";

    private final Pool pool;

    PgDeliveryQueries(Pool pool) {
        this.pool = pool;
    }

    /**
     * A line of the ledger.
     *
     * @param externalId what the tool calls the task
     * @param finding what was otherwise in the tool when it was last asked
     */
    public record Line(
            UUID deliveryId,
            @Nullable UUID taskId,
            String connector,
            String purpose,
            String state,
            @Nullable String because,
            int attempts,
            @Nullable Integer lastStatus,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant nextAttemptAt,
            @Nullable String externalId,
            @Nullable String finding) {

        /** The same for another reason. */
        public Line because(String other) {
            return new Line(
                    deliveryId,
                    taskId,
                    connector,
                    purpose,
                    state,
                    other,
                    attempts,
                    lastStatus,
                    createdAt,
                    sentAt,
                    nextAttemptAt,
                    externalId,
                    finding);
        }
    }

    /**
     * What waits for a connector, or will not be sent.
     *
     * @param lastStatus with the last error; null where no answer came
     */
    public record Toll(
            long pending,
            long failed,
            long disabled,
            @Nullable String lastError,
            @Nullable Integer lastStatus) {

        public static final Toll NONE = new Toll(0, 0, 0, null, null);
    }

    /** Why a connector was told to stop. */
    public record Stop(String target, Instant at, String because) {}

    /** Tasks that a tool has, and those of which something is otherwise there. */
    public record Stock(long tasks, long differing) {

        public static final Stock NONE = new Stock(0, 0);
    }

    /** Where a line stands in the order. */
    public record Position(Instant createdAt, UUID deliveryId) {}

    /**
     * Newest first.
     *
     * @param states of those that the service writes
     */
    public Uni<List<Line>> lines(
            @Nullable UUID taskId,
            @Nullable String connector,
            List<String> states,
            @Nullable Position after,
            int limit) {
        String sql = LINES + " and d.state in ('" + String.join("', '", states) + "')" + NEWEST;
        Tuple question = Tuple.tuple()
                .addUUID(taskId)
                .addString(connector)
                .addOffsetDateTime(after == null ? null : after.createdAt().atOffset(ZoneOffset.UTC))
                .addUUID(after == null ? null : after.deliveryId())
                .addInteger(limit);
        return pool.preparedQuery(sql).execute(question).map(rows -> {
            List<Line> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(line(row)));
            return lines;
        });
    }

    /** By connector; one of which nothing waits has none. */
    public Uni<Map<String, Toll>> tolls() {
        return pool.query(TOLLS).execute().map(rows -> {
            Map<String, Toll> tolls = new LinkedHashMap<>();
            rows.forEach(row -> tolls.put(
                    row.getString(0),
                    new Toll(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getInteger(5))));
            return tolls;
        });
    }

    /** By connector. */
    public Uni<Map<String, Stop>> stopped() {
        return pool.query(STOPPED).execute().map(rows -> {
            Map<String, Stop> stopped = new LinkedHashMap<>();
            rows.forEach(row -> stopped.put(
                    row.getString(0),
                    new Stop(row.getString(1), row.getOffsetDateTime(2).toInstant(), row.getString(3))));
            return stopped;
        });
    }

    /** By connector. */
    public Uni<Map<String, Stock>> stocks() {
        return pool.query(FINDINGS).execute().map(rows -> {
            Map<String, Stock> stocks = new LinkedHashMap<>();
            rows.forEach(row -> stocks.put(row.getString(0), new Stock(row.getLong(1), row.getLong(2))));
            return stocks;
        });
    }

    /** Tells a stopped connector again; answers how many messages wait for it with that. */
    public Uni<Integer> enable(String connector) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(ENABLE)
                .execute(Tuple.of(connector))
                .chain(() -> connection.preparedQuery(RELEASE).execute(Tuple.of(connector)))
                .map(rows -> rows.rowCount()));
    }

    private static Line line(Row row) {
        return new Line(
                row.getUUID(0),
                row.getUUID(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInteger(6),
                row.getInteger(7),
                row.getOffsetDateTime(8).toInstant(),
                instant(row.getOffsetDateTime(9)),
                instant(row.getOffsetDateTime(10)),
                row.getString(11),
                row.getString(12));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
