package io.playcaller.forecast.intake.out;

import io.playcaller.contracts.work.DueTimes;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.forecast.intake.Told;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table {@code task_open}. */
final class PgTasks {

    private static final String STORE = """
            insert into task_open (task_id, account_id, play_run_id, play, role, assignee, reason, state, at, due_at,
                escalation, rev, body)
            select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::timestamptz[], $10::timestamptz[], $11::int[], $12::bigint[], $13::text[])
            on conflict (task_id) do update
            set account_id = excluded.account_id, play_run_id = excluded.play_run_id, play = excluded.play,
                role = excluded.role, assignee = excluded.assignee, reason = excluded.reason, state = excluded.state,
                at = excluded.at, due_at = excluded.due_at, escalation = excluded.escalation, rev = excluded.rev,
                body = excluded.body
            where task_open.rev < excluded.rev""";

    private PgTasks() {}

    static Uni<Void> store(SqlConnection transaction, Collection<Told.Task> all) {
        return PgInputs.run(
                transaction,
                STORE,
                column(all, TaskChanged::taskId, UUID[]::new),
                column(all, TaskChanged::accountId, String[]::new),
                column(all, TaskChanged::playRunId, UUID[]::new),
                column(all, TaskChanged::play, String[]::new),
                column(all, TaskChanged::role, String[]::new),
                column(all, TaskChanged::assignee, String[]::new),
                column(all, task -> task.reason().code(), String[]::new),
                column(all, task -> task.state().name().toLowerCase(Locale.ROOT), String[]::new),
                column(all, task -> StoredTime.of(task.at()), OffsetDateTime[]::new),
                column(all, task -> due(task.due()), OffsetDateTime[]::new),
                column(all, TaskChanged::escalationLevel, Integer[]::new),
                PgInputs.column(all, Told.Task::rev, Long[]::new),
                column(all, PgInputs::json, String[]::new));
    }

    private static <C> C[] column(Collection<Told.Task> all, Function<TaskChanged, C> value, IntFunction<C[]> array) {
        return all.stream().map(told -> value.apply(told.task())).toArray(array);
    }

    /** When the clock that runs out first does. */
    private static @Nullable OffsetDateTime due(DueTimes due) {
        return Stream.of(due.accept(), due.firstTouch(), due.update(), due.complete())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(StoredTime::of)
                .orElse(null);
    }
}
