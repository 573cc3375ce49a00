package io.playcaller.router.outcome.out;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.outcome.RunRecord;
import io.playcaller.router.outcome.RunRecord.LookRecord;
import io.playcaller.router.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run of a play, read whole. */
@ApplicationScoped
public class PgRunRecords {

    private static final String RUN = """
            select play_run_id, play, account_id, episode_id, reason, arm, started_at, give_up_at, ended_at, outcome,
                   closing, start_score
            from play_run where play_run_id = $1""";

    private static final String TASKS = "select task_id from task where play_run_id = $1 order by created_at, task_id";

    private static final String LOOKS = """
            select days, due_at, told_at, score, grade, stage, arr_minor, arr_currency, open_risks::text, touched,
                   renewed, churned, merged_into
            from outcome_look where play_run_id = $1 and (days = 0 or since_start) order by days""";

    private final Pool pool;

    PgRunRecords(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<RunRecord>> find(UUID runId) {
        return pool.preparedQuery(RUN).execute(Tuple.of(runId)).chain(rows -> {
            RowIterator<Row> row = rows.iterator();
            return row.hasNext()
                    ? whole(run(row.next())).map(Optional::of)
                    : Uni.createFrom().item(Optional.empty());
        });
    }

    private Uni<RunRecord> whole(RunRecord run) {
        return tasks(run.runId()).chain(tasks -> looks(run.runId()).map(looks -> run.with(tasks, looks)));
    }

    private Uni<List<UUID>> tasks(UUID runId) {
        return pool.preparedQuery(TASKS).execute(Tuple.of(runId)).map(rows -> {
            List<UUID> tasks = new ArrayList<>();
            rows.forEach(row -> tasks.add(row.getUUID(0)));
            return tasks;
        });
    }

    private Uni<List<LookRecord>> looks(UUID runId) {
        return pool.preparedQuery(LOOKS).execute(Tuple.of(runId)).map(rows -> {
            List<LookRecord> looks = new ArrayList<>();
            rows.forEach(row -> looks.add(look(row)));
            return looks;
        });
    }

    private static RunRecord run(Row row) {
        String outcome = row.getString(9);
        return new RunRecord(
                row.getUUID(0),
                row.getString(1),
                row.getString(2),
                row.getUUID(3),
                Reason.ofCode(row.getString(4)).orElse(Reason.UNKNOWN),
                Arm.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getOffsetDateTime(6).toInstant(),
                instant(row.getOffsetDateTime(7)),
                instant(row.getOffsetDateTime(8)),
                outcome == null ? null : PlayOutcome.valueOf(outcome),
                row.getString(10),
                row.getLong(11),
                List.of(),
                List.of());
    }

    private static LookRecord look(Row row) {
        String grade = row.getString(4);
        Long arr = row.getLong(6);
        String risks = row.getString(8);
        return new LookRecord(
                row.getInteger(0),
                row.getOffsetDateTime(1).toInstant(),
                instant(row.getOffsetDateTime(2)),
                row.getLong(3),
                grade == null ? null : Grade.valueOf(grade),
                row.getString(5),
                arr == null ? null : new Money(arr, row.getString(7)),
                risks == null ? null : List.of(Columns.read(risks, Reason[].class)),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getString(12));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
