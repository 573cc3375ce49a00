package io.playcaller.router.task.out;

import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads tasks for people. */
@ApplicationScoped
public class PgTaskQueries {

    private static final String SEEN = """
            select body::text, task_id, account_id, (select playcaller_now()),
                   case when snoozed_rev = rev and snoozed_until > (select playcaller_now()) then snoozed_until end,
                   value_at_risk
            from task where
            """;

    private static final String BY_VALUE = " order by value_at_risk desc, task_id limit ";

    private static final String LOG = """
            select rev, transition, at, actor, clock, cycle, level, due_at, sentence, note
            from task_log where task_id = $1 and rev <= $2 order by rev""";

    private static final String DELIVERIES = """
            select delivery_id, connector, purpose, state, coalesce(because, decision) as because, attempts, last_status,
                   created_at, sent_at
            from delivery where task_id = $1 order by created_at, purpose""";

    private final Pool pool;

    PgTaskQueries(Pool pool) {
        this.pool = pool;
    }

    /** Where a task stands in the order: by value at risk, then id. */
    public record Position(BigDecimal value, UUID taskId) {}

    /** A task of a page. */
    public record Found(Seen seen, Position position) {}

    /**
     * A task as it stood.
     *
     * @param now the business time of its reading, by the clock that fires its timers
     * @param snoozedUntil until when it is out of sight; null while it is in sight
     */
    public record Seen(Task task, Instant now, @Nullable Instant snoozedUntil) {

        static Seen of(Row row) {
            return new Seen(PgTasks.task(row), row.getOffsetDateTime(3).toInstant(), instant(row.getOffsetDateTime(4)));
        }
    }

    /** A line of a task's log. */
    public record LogLine(
            long rev,
            String transition,
            Instant at,
            @Nullable String actor,
            @Nullable String clock,
            int cycle,
            int level,
            @Nullable Instant dueAt,
            String sentence,
            @Nullable String note) {}

    /** A line of the ledger of deliveries. */
    public record DeliveryLine(
            UUID deliveryId,
            String connector,
            String purpose,
            String state,
            @Nullable String because,
            int attempts,
            @Nullable Integer lastStatus,
            Instant createdAt,
            @Nullable Instant sentAt) {}

    /**
     * A page, by value at risk; without what is in quarantine.
     *
     * @param after the last of the page before; null for the first page
     */
    public Uni<List<Found>> list(TaskFilter filter, @Nullable Position after, int limit) {
        TaskConditions conditions = TaskConditions.of(filter).past(after);
        String sql = SEEN + "quarantined is null and " + conditions.sql() + BY_VALUE + conditions.parameter(limit);
        return pool.preparedQuery(sql).execute(conditions.parameters()).map(rows -> {
            List<Found> found = new ArrayList<>();
            rows.forEach(row -> found.add(new Found(Seen.of(row), new Position(row.getBigDecimal(5), row.getUUID(1)))));
            return found;
        });
    }

    public Uni<Optional<Seen>> find(UUID taskId) {
        return pool.preparedQuery(SEEN + "task_id = $1")
                .execute(Tuple.of(taskId))
                .map(rows -> {
                    Optional<Seen> found = Optional.empty();
                    for (Row row : rows) {
                        found = Optional.of(Seen.of(row));
                    }
                    return found;
                });
    }

    /** What happened to it until it stood as it was read, and nothing that came meanwhile. */
    public Uni<List<LogLine>> log(Task task) {
        return pool.preparedQuery(LOG)
                .execute(Tuple.of(task.taskId(), task.rev()))
                .map(rows -> {
                    List<LogLine> lines = new ArrayList<>();
                    rows.forEach(row -> lines.add(logLine(row)));
                    return lines;
                });
    }

    public Uni<List<DeliveryLine>> deliveries(UUID taskId) {
        return pool.preparedQuery(DELIVERIES).execute(Tuple.of(taskId)).map(rows -> {
            List<DeliveryLine> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(deliveryLine(row)));
            return lines;
        });
    }

    private static LogLine logLine(Row row) {
        return new LogLine(
                row.getLong("rev"),
                word(row.getString("transition")),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("clock") == null ? null : word(row.getString("clock")),
                row.getInteger("cycle"),
                row.getInteger("level"),
                instant(row.getOffsetDateTime("due_at")),
                row.getString("sentence"),
                row.getString("note"));
    }

    private static DeliveryLine deliveryLine(Row row) {
        return new DeliveryLine(
                row.getUUID("delivery_id"),
                row.getString("connector"),
                row.getString("purpose"),
                row.getString("state"),
                row.getString("because"),
                row.getInteger("attempts"),
                row.getInteger("last_status"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("sent_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
