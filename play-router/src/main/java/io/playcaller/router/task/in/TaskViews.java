package io.playcaller.router.task.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.signal.out.PgSignals;
import io.playcaller.router.task.UnreadableTask;
import io.playcaller.router.task.out.PgPrecision;
import io.playcaller.router.task.out.PgTaskQueries;
import io.playcaller.router.task.out.PgTaskQueries.Seen;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tasks as people see them: with today's names, and with the time that is left. */
@ApplicationScoped
class TaskViews {

    private final PgTaskQueries queries;
    private final PgSignals signals;
    private final PgPrecision precision;
    private final CurrentRules rules;

    TaskViews(PgTaskQueries queries, PgSignals signals, PgPrecision precision, CurrentRules rules) {
        this.queries = queries;
        this.signals = signals;
        this.precision = precision;
        this.rules = rules;
    }

    TaskView brief(Seen seen) {
        return TaskView.of(seen, rules.get());
    }

    /** @throws ProblemException 404 when there is no such task */
    Uni<TaskDetail> detail(UUID taskId) {
        return queries.find(taskId)
                .map(found ->
                        found.orElseThrow(() -> new ProblemException(Problem.notFound("task", taskId.toString()))))
                .onFailure(UnreadableTask.class)
                .transform(broken -> new ProblemException(problem(broken)))
                .chain(this::detail);
    }

    /** Of a task in quarantine. */
    static Problem problem(UnreadableTask broken) {
        return Problem.of(
                500,
                "task.unreadable",
                "The task cannot be read",
                "task " + broken.taskId()
                        + " is stored in a form that this version cannot read; it is in quarantine and nothing was done. "
                        + "The log of play-router says what is wrong with it.");
    }

    private Uni<TaskDetail> detail(Seen seen) {
        UUID taskId = seen.task().taskId();
        return Uni.combine()
                .all()
                .unis(
                        signals.ofTask(taskId),
                        queries.log(seen.task()),
                        queries.deliveries(taskId),
                        precision.of(seen.task().signal().reason().code()))
                .asTuple()
                .map(parts -> TaskDetail.of(
                        seen, rules.get(), parts.getItem1(), parts.getItem2(), parts.getItem3(), parts.getItem4()));
    }
}
