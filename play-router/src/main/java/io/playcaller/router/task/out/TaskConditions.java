package io.playcaller.router.task.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.task.TaskFilter;
import io.playcaller.router.task.out.PgTaskQueries.Position;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: only what it says stands there, so that the planner sees it. Values are parameters; text is constant. */
final class TaskConditions {

    private static final String IN_SIGHT =
            "(snoozed_rev is distinct from rev or snoozed_until <= (select playcaller_now()))";
    private static final String OUT_OF_SIGHT = "(snoozed_rev = rev and snoozed_until > (select playcaller_now()))";
    private static final String LATE = "due_at < (select playcaller_now())";
    private static final String IN_TIME = "(due_at is null or due_at >= (select playcaller_now()))";

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final List<Object> values = new ArrayList<>();

    private TaskConditions() {}

    static TaskConditions of(TaskFilter filter) {
        TaskConditions conditions = new TaskConditions()
                .whether(filter.open(), "open", "not open")
                .whether(filter.snoozed(), OUT_OF_SIGHT, IN_SIGHT)
                .whether(filter.due().late(), LATE, IN_TIME)
                .assignee(filter.who().assignee())
                .team(filter.who().team())
                .and("role = %s", filter.who().role())
                .and("account_id = %s", filter.about().account())
                .and("play = %s", filter.about().play());
        if (filter.about().reason() != null) {
            conditions.and("reason = %s", filter.about().reason().code());
        }
        if (filter.about().severity() != null) {
            conditions.and("severity = %s", filter.about().severity().name());
        }
        if (filter.due().before() != null) {
            conditions.and("due_at < %s", utc(filter.due().before()));
        }
        return conditions;
    }

    /** Its first condition is what the index is entered by: a page far down costs no more than the first. */
    TaskConditions past(@Nullable Position position) {
        if (position != null) {
            String value = parameter(position.value()) + "::numeric";
            conditions.add("value_at_risk <= " + value);
            conditions.add("(value_at_risk < " + value + " or task_id > " + parameter(position.taskId()) + "::uuid)");
        }
        return this;
    }

    /** After {@code where}. */
    String sql() {
        return String.join(" and ", conditions);
    }

    /** The place of a value in the text. */
    String parameter(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    Tuple parameters() {
        return Tuple.from(values);
    }

    private TaskConditions assignee(@Nullable String assignee) {
        return TaskFilter.NOBODY.equals(assignee)
                ? whether(true, "assignee is null", "")
                : and("assignee = %s", assignee);
    }

    private TaskConditions team(@Nullable List<String> team) {
        return team == null ? this : and("assignee = any(%s)", team.toArray(String[]::new));
    }

    private TaskConditions whether(@Nullable Boolean so, String yes, String no) {
        if (so != null) {
            conditions.add(so ? yes : no);
        }
        return this;
    }

    private TaskConditions and(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition.formatted(parameter(value)));
        }
        return this;
    }
}
