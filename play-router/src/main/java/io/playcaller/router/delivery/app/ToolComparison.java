package io.playcaller.router.delivery.app;

import io.playcaller.router.delivery.Reconciliation;
import io.playcaller.router.delivery.Reconciliation.Difference;
import io.playcaller.router.delivery.Reconciliation.EndedThere;
import io.playcaller.router.delivery.Reconciliation.Kept;
import io.playcaller.router.delivery.Reconciliation.Missing;
import io.playcaller.router.delivery.Reconciliation.Twice;
import io.playcaller.router.delivery.out.PgTasksInTools;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Deed;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskAct;
import io.playcaller.router.task.app.TaskDesk;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Compares what the ledger says a tool has with what it has, and mends what differs. */
@ApplicationScoped
public class ToolComparison {

    /** Tasks of one question to a tool. */
    private static final int AT_ONCE = 50;

    private final PgTasksInTools kept;
    private final PgTasks tasks;
    private final Transactions transactions;
    private final TaskDesk desk;
    private final Connectors connectors;

    ToolComparison(
            PgTasksInTools kept, PgTasks tasks, Transactions transactions, TaskDesk desk, Connectors connectors) {
        this.kept = kept;
        this.tasks = tasks;
        this.transactions = transactions;
        this.desk = desk;
        this.connectors = connectors;
    }

    /**
     * What came of one question.
     *
     * @param compared tasks
     */
    public record Result(int compared, List<Difference> differences) {

        static final Result NOTHING = new Result(0, List.of());
    }

    /** Compares the tasks that wait longest for it. */
    public Uni<Result> compare(TaskTool tool, Duration reach, Duration every) {
        return kept.take(tool.name(), reach, every, AT_ONCE)
                .chain(ours -> ours.isEmpty()
                        ? Uni.createFrom().item(Result.NOTHING)
                        : tool.copies(ours.stream().map(Kept::taskId).toList())
                                .map(theirs -> new Result(ours.size(), Reconciliation.compare(ours, theirs)))
                                .call(result -> kept.agree(tool.name(), agreed(ours, result.differences())))
                                .call(result -> mend(tool, result.differences())));
    }

    private static List<UUID> agreed(List<Kept> ours, List<Difference> differences) {
        Set<UUID> differ = differences.stream().map(Difference::taskId).collect(Collectors.toSet());
        return ours.stream()
                .map(Kept::taskId)
                .filter(task -> !differ.contains(task))
                .toList();
    }

    private Uni<Void> mend(TaskTool tool, List<Difference> differences) {
        return Multi.createFrom()
                .iterable(differences)
                .onItem()
                .transformToUniAndConcatenate(
                        difference -> kept.note(tool.name(), difference.taskId(), difference.sentence())
                                .chain(() -> mend(tool, difference)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> mend(TaskTool tool, Difference difference) {
        if (difference instanceof Twice) {
            return Uni.createFrom().voidItem();
        }
        return difference instanceof EndedThere ended ? end(tool, ended) : again(tool, difference);
    }

    /** Who it was the tool does not say when it is asked; its callbacks do. */
    private Uni<Void> end(TaskTool tool, EndedThere ended) {
        Actor actor = new Actor(null, tool.name(), tool.name());
        TaskAct act = new TaskAct.Complete(ended.outcome(), null, null, null);
        return desk.act(ended.taskId(), new Deed(actor, act, null)).replaceWithVoid();
    }

    private Uni<Void> again(TaskTool tool, Difference difference) {
        return transactions.run(tx -> tasks.lock(tx, List.of(difference.taskId()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : forgotten(tx, tool, difference)
                                .chain(() -> kept.tell(
                                        tx,
                                        tool.again(
                                                found.get(0), purpose(found.get(0), tx), connectors.background())))));
    }

    private Uni<Void> forgotten(Transactions.Transaction tx, TaskTool tool, Difference difference) {
        return difference instanceof Missing
                ? kept.forget(tx, tool.name(), difference.taskId())
                : Uni.createFrom().voidItem();
    }

    private static String purpose(Task task, Transactions.Transaction tx) {
        return "again/" + task.rev() + "/" + tx.now().getEpochSecond();
    }
}
