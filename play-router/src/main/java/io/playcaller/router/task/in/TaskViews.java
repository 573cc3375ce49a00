package io.playcaller.router.task.in;

import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.signal.out.PgSignals;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.out.PgTaskQueries;
import io.playcaller.router.task.out.PgTaskQueries.Seen;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tasks as people see them: with today's names, and with the time that is left. */
@ApplicationScoped
class TaskViews {

    private final PgTaskQueries queries;
    private final PgSignals signals;
    private final CurrentRules rules;

    TaskViews(PgTaskQueries queries, PgSignals signals, CurrentRules rules) {
        this.queries = queries;
        this.signals = signals;
        this.rules = rules;
    }

    TaskView brief(Task task) {
        return TaskView.of(task, rules.get().directory());
    }

    Uni<TaskDetail> detail(Seen seen) {
        Task task = seen.task();
        return Uni.combine()
                .all()
                .unis(signals.ofTask(task.taskId()), queries.log(task.taskId()), queries.deliveries(task.taskId()))
                .asTuple()
                .map(parts -> TaskDetail.of(
                        task, rules.get(), seen.now(), parts.getItem1(), parts.getItem2(), parts.getItem3()));
    }
}
