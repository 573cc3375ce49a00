package io.playcaller.router.offboard.app;

import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.offboard.HandOver;
import io.playcaller.router.offboard.HandOver.Step;
import io.playcaller.router.offboard.HandOver.Succession;
import io.playcaller.router.offboard.ToolCopy;
import io.playcaller.router.offboard.app.LeaversWork.Found;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.app.TaskChanges;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Hands over what somebody who leaves had: so many tasks a transaction, until none is theirs. Ended in between, the same
 * request goes on where it stopped; a task that was handed over is theirs no more and is not handed over again.
 */
@ApplicationScoped
public class Offboarding {

    /** How much of each is shown. */
    public static final int MOST_SHOWN = 1_000;

    private static final int BATCH = 100;

    private final Transactions transactions;
    private final LeaversWork work;
    private final TaskChanges changes;
    private final CurrentRules rules;
    private final DeliveryWorker deliveries;

    Offboarding(
            Transactions transactions,
            LeaversWork work,
            TaskChanges changes,
            CurrentRules rules,
            DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.work = work;
        this.changes = changes;
        this.rules = rules;
        this.deliveries = deliveries;
    }

    /**
     * What somebody has, and who has it then.
     *
     * @param unreadable ids of open tasks that cannot be read: these stay theirs until a version can read them
     * @param accounts who could have them: the register says who has
     * @param tools which tools have these tasks, too
     */
    public record Belongings(
            List<Step> tasks, List<UUID> unreadable, List<Succession> accounts, List<ToolCopy> tools) {}

    /** Shows it and changes nothing. */
    public Uni<Belongings> preview(String staffId, Actor by) {
        return transactions.run(tx -> work.tasks(tx, handOver(tx, staffId, by), List.of(), MOST_SHOWN)
                .chain(found -> successions(tx, staffId, by, found)));
    }

    /**
     * Hands over all of their tasks.
     *
     * @param why for the log of each task
     */
    public Uni<Belongings> handOver(String staffId, Actor by, String why) {
        return next(staffId, by, why, Found.NOTHING)
                .invoke(() -> deliveries.poke())
                .chain(done -> transactions.run(tx -> successions(tx, staffId, by, done)));
    }

    /** The same, of tasks alone; answers how many were handed over. */
    Uni<Integer> handOverTasks(String staffId, Actor by, String why) {
        return next(staffId, by, why, Found.NOTHING)
                .invoke(() -> deliveries.poke())
                .map(done -> done.steps().size());
    }

    private Uni<Found> next(String staffId, Actor by, String why, Found done) {
        return transactions
                .run(tx -> work.tasks(tx, handOver(tx, staffId, by), done.unreadable(), BATCH)
                        .call(found -> changes.write(tx, changed(found.steps()), why)))
                .chain(found ->
                        found.isEmpty() ? Uni.createFrom().item(done) : next(staffId, by, why, done.and(found)));
    }

    private Uni<Belongings> successions(Transaction tx, String staffId, Actor by, Found found) {
        return work.accounts(tx, handOver(tx, staffId, by), MOST_SHOWN)
                .chain(accounts -> work.copies(tx, found.steps())
                        .map(tools -> new Belongings(found.steps(), found.unreadable(), accounts, tools)));
    }

    private HandOver handOver(Transaction tx, String staffId, Actor by) {
        return new HandOver(rules.get(), staffId, by, tx.now());
    }

    private static List<Changed> changed(List<Step> steps) {
        return steps.stream()
                .map(Step::decision)
                .flatMap(decision -> decision instanceof Changed changed ? Stream.of(changed) : Stream.<Changed>empty())
                .toList();
    }
}
