package io.playcaller.router.task.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.outcome.Look;
import io.playcaller.router.outcome.app.Outcomes;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change of a task says on Kafka. Ids are derived: sent again, they are the same. */
@ApplicationScoped
public class TaskEvents {

    private static final String SERVICE = "play-router";

    private final TopicNames topics;
    private final Outcomes outcomes;

    TaskEvents(TopicNames topics, Outcomes outcomes) {
        this.topics = topics;
        this.outcomes = outcomes;
    }

    /** In order: the step of each task; then, where its play ended, its end, with how the account stands now. */
    public Uni<List<OutboxRecord>> of(Transaction tx, List<TaskDecision.Changed> changes) {
        List<UUID> ended = changes.stream()
                .filter(TaskEvents::endsRun)
                .map(change -> change.after().order().playRunId())
                .toList();
        List<Look> back = changes.stream()
                .filter(change -> change.before() == null)
                .map(change -> change.after().order())
                .filter(WorkOrder::wholeRun)
                .flatMap(order -> Look.back(order.playRunId(), order.createdAt()).stream())
                .toList();
        List<OutboxRecord> steps = changes.stream().map(this::stepped).toList();
        return Writes.thenAsk(outcomes.begun(tx, back), outcomes.ended(tx, ended))
                .map(ends -> Stream.concat(steps.stream(), ends.stream()).toList());
    }

    /** A run that has a course goes on after its tasks: its end is said with the run. */
    private static boolean endsRun(TaskDecision.Changed change) {
        return change.ends() && change.after().order().wholeRun();
    }

    /** A touch that one of ours wrote down, told to the door like any other source. */
    public OutboxRecord touch(TaskDecision.Changed change, String accountId, TouchKind kind, @Nullable String staffId) {
        Task task = change.after();
        TouchRecorded touch = new TouchRecorded(
                accountId, kind, List.of(), staffId, task.taskId().toString(), null);
        Envelope envelope = Envelope.own(
                Ids.derived("touch", task.taskId(), task.rev()).toString(),
                SERVICE,
                change.step().at(),
                accountId,
                0);
        return OutboxRecord.of(topics.of(Topic.SUPPORT_EVENTS), accountId, envelope, touch);
    }

    private OutboxRecord stepped(TaskDecision.Changed change) {
        Task task = change.after();
        TaskChanged fact = new TaskChanged(
                task.taskId(),
                change.step().transition(),
                change.step().at(),
                task.state(),
                task.signal().accountId(),
                task.signal().productId(),
                task.order().playRunId(),
                task.order().play(),
                task.signal().episodeId(),
                task.order().title(),
                task.signal().reason(),
                task.severity(),
                task.assignment().role(),
                task.assignment().staffId(),
                task.assignment().sentence(),
                task.due(),
                change.step().clock(),
                task.escalationLevel(),
                task.signal().valueAtRisk(),
                task.pause().map(SlaClock::dueAt).orElse(null));
        Envelope envelope = Envelope.own(
                Ids.derived("task-changed", task.taskId(), task.rev()).toString(),
                SERVICE,
                change.step().at(),
                task.signal().accountId(),
                task.rev());
        return OutboxRecord.of(topics.of(Topic.TASKS), task.taskId().toString(), envelope, fact);
    }
}
