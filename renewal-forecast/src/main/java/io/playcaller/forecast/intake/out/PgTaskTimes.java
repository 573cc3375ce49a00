package io.playcaller.forecast.intake.out;

import io.playcaller.forecast.intake.TaskSteps;
import io.playcaller.forecast.intake.TaskSteps.Steps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;

/**
 * The table {@code task_time}. Segment and stage of the account are those known when the task is first heard of. Steps may come in
 * any order and again: of each time the earliest counts, and what was late once stays so.
 */
final class PgTaskTimes {

    private static final String STORE = """
            insert into task_time (task_id, account_id, play, role, created_at, accepted_at, ended_at, completed,
                accepted_late, completed_late, segment, stage)
            select told.*, health.segment, health.stage
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                $7::timestamptz[], $8::boolean[], $9::boolean[], $10::boolean[])
                as told (task_id, account_id, play, role, created_at, accepted_at, ended_at, completed, accepted_late,
                    completed_late)
            left join health on health.account_id = told.account_id
            on conflict (task_id) do update
            set account_id = coalesce(excluded.account_id, task_time.account_id),
                role = excluded.role,
                created_at = least(task_time.created_at, excluded.created_at),
                accepted_at = least(task_time.accepted_at, excluded.accepted_at),
                ended_at = least(task_time.ended_at, excluded.ended_at),
                completed = task_time.completed or excluded.completed,
                accepted_late = task_time.accepted_late or excluded.accepted_late,
                completed_late = task_time.completed_late or excluded.completed_late,
                segment = coalesce(task_time.segment, excluded.segment),
                stage = coalesce(task_time.stage, excluded.stage)""";

    private PgTaskTimes() {}

    static Uni<Void> store(SqlConnection transaction, TaskSteps steps) {
        Collection<Steps> all = steps.all();
        return PgInputs.run(
                transaction,
                STORE,
                PgInputs.column(all, Steps::taskId, UUID[]::new),
                all.stream().map(Steps::accountId).toArray(String[]::new),
                PgInputs.column(all, Steps::play, String[]::new),
                PgInputs.column(all, Steps::role, String[]::new),
                all.stream().map(task -> StoredTime.orNull(task.createdAt())).toArray(OffsetDateTime[]::new),
                all.stream().map(task -> StoredTime.orNull(task.acceptedAt())).toArray(OffsetDateTime[]::new),
                all.stream().map(task -> StoredTime.orNull(task.endedAt())).toArray(OffsetDateTime[]::new),
                PgInputs.column(all, Steps::completed, Boolean[]::new),
                PgInputs.column(all, Steps::acceptedLate, Boolean[]::new),
                PgInputs.column(all, Steps::completedLate, Boolean[]::new));
    }
}
