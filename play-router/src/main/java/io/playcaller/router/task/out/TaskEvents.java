package io.playcaller.router.task.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.fact.TouchRecorded;
import io.playcaller.contracts.work.Arm;
import io.playcaller.contracts.work.PlayEnded;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.account.AccountState;
import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Ending;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change of a task says on Kafka. Ids are derived: sent again, they are the same. */
@ApplicationScoped
public class TaskEvents {

    private static final String SERVICE = "play-router";

    private final TopicNames topics;
    private final PgAccounts accounts;

    TaskEvents(TopicNames topics, PgAccounts accounts) {
        this.topics = topics;
        this.accounts = accounts;
    }

    /** In order: the step of each task, and where its play ended its end, with how the account stands now. */
    public Uni<List<OutboxRecord>> of(Transaction tx, List<TaskDecision.Changed> changes) {
        List<String> ended = changes.stream()
                .filter(TaskEvents::endsRun)
                .flatMap(change -> Stream.ofNullable(change.after().signal().accountId()))
                .distinct()
                .toList();
        return ended.isEmpty()
                ? Uni.createFrom().item(records(changes, Map.of()))
                : accounts.states(tx, ended).map(states -> records(changes, states));
    }

    private List<OutboxRecord> records(List<TaskDecision.Changed> changes, Map<String, AccountState> states) {
        List<OutboxRecord> records = new ArrayList<>();
        for (TaskDecision.Changed change : changes) {
            records.add(stepped(change));
            Ending ending = change.after().ending();
            if (endsRun(change) && ending != null) {
                records.add(ended(change.after(), ending, stateOf(change.after(), states)));
            }
        }
        return records;
    }

    /** The end of a run that has a course is said with the run. */
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
                task.signal().valueAtRisk());
        Envelope envelope = Envelope.own(
                Ids.derived("task-changed", task.taskId(), task.rev()).toString(),
                SERVICE,
                change.step().at(),
                task.signal().accountId(),
                task.rev());
        return OutboxRecord.of(topics.of(Topic.TASKS), task.taskId().toString(), envelope, fact);
    }

    private static AccountState stateOf(Task task, Map<String, AccountState> states) {
        String accountId = task.signal().accountId();
        return accountId == null ? AccountState.UNKNOWN : states.getOrDefault(accountId, AccountState.UNKNOWN);
    }

    private OutboxRecord ended(Task task, Ending ending, AccountState state) {
        PlayEnded fact = new PlayEnded(
                task.order().playRunId(),
                task.order().play(),
                task.signal().accountId(),
                task.signal().episodeId(),
                task.signal().reason(),
                Arm.TREATED,
                ending.outcome(),
                task.order().createdAt(),
                ending.at(),
                0,
                state.score(),
                state.grade(),
                state.stage(),
                state.arr());
        Envelope envelope = Envelope.own(
                Ids.derived("play-ended", task.order().playRunId(), 0).toString(),
                SERVICE,
                ending.at(),
                task.signal().accountId(),
                1);
        return OutboxRecord.of(
                topics.of(Topic.PLAY_OUTCOMES), task.order().playRunId().toString(), envelope, fact);
    }
}
