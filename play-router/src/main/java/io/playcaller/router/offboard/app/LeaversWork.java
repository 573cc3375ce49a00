package io.playcaller.router.offboard.app;

import io.playcaller.router.account.out.PgAccounts;
import io.playcaller.router.offboard.HandOver;
import io.playcaller.router.offboard.HandOver.Step;
import io.playcaller.router.offboard.HandOver.Succession;
import io.playcaller.router.offboard.ToolCopy;
import io.playcaller.router.offboard.out.PgBelongings;
import io.playcaller.router.staff.app.Workloads;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.UnreadableTask;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Loads what somebody who leaves has, and finds who has it then. */
@ApplicationScoped
class LeaversWork {

    private final PgBelongings belongings;
    private final PgTasks tasks;
    private final PgAccounts accounts;
    private final Workloads workloads;

    LeaversWork(PgBelongings belongings, PgTasks tasks, PgAccounts accounts, Workloads workloads) {
        this.belongings = belongings;
        this.tasks = tasks;
        this.accounts = accounts;
        this.workloads = workloads;
    }

    /**
     * Some of their open tasks.
     *
     * @param unreadable ids of those that cannot be read, and so stay theirs
     */
    record Found(List<Step> steps, List<UUID> unreadable) {

        static final Found NOTHING = new Found(List.of(), List.of());

        boolean isEmpty() {
            return steps.isEmpty() && unreadable.isEmpty();
        }

        Found and(Found more) {
            return new Found(
                    Stream.concat(steps.stream(), more.steps.stream()).toList(),
                    Stream.concat(unreadable.stream(), more.unreadable.stream()).toList());
        }
    }

    /**
     * Locks at most so many of their open tasks, snoozed ones too, and finds who has each then.
     *
     * @param without ids of those to leave out
     */
    Uni<Found> tasks(Transaction tx, HandOver handOver, List<UUID> without, int most) {
        return belongings
                .openTasks(tx, handOver.staffId(), without, most)
                .chain(ids -> tasks.hold(tx, ids))
                .chain(held -> steps(tx, handOver, held.tasks())
                        .map(steps -> new Found(
                                steps,
                                held.unreadable().stream()
                                        .map(UnreadableTask::taskId)
                                        .toList())));
    }

    private Uni<List<Step>> steps(Transaction tx, HandOver handOver, List<Task> locked) {
        List<Task> theirs = locked.stream().filter(handOver::concerns).toList();
        List<String> accountIds = theirs.stream()
                .map(task -> task.signal().accountId())
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        return accounts.find(tx, accountIds)
                .chain(known ->
                        workloads.load(tx, accountIds).map(workload -> handOver.tasks(theirs, known, workload)));
    }

    /** These tasks in tools that have them, too. */
    Uni<List<ToolCopy>> copies(Transaction tx, List<Step> steps) {
        return belongings.copies(
                tx, steps.stream().map(step -> step.task().taskId()).toList());
    }

    /** Finds who could have at most so many of their accounts. */
    Uni<List<Succession>> accounts(Transaction tx, HandOver handOver, int most) {
        return belongings
                .accounts(tx, handOver.staffId(), most)
                .chain(owned -> workloads.load(tx, List.of()).map(workload -> handOver.accounts(owned, workload)));
    }
}
