package io.playcaller.router.task.app;

import io.playcaller.router.delivery.out.PgDeliveries;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.Timer;
import io.playcaller.router.task.out.PgLeftSignals;
import io.playcaller.router.task.out.PgTaskLog;
import io.playcaller.router.task.out.PgTasks;
import io.playcaller.router.task.out.PgTimers;
import io.playcaller.router.task.out.TaskEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was decided about tasks whose rows the transaction holds: the tasks, their log, their runs, their timers,
 * their deliveries, the signals they leave, and what is said on Kafka. The order matters only for foreign keys; all of it commits or none.
 */
@ApplicationScoped
public class TaskChanges {

    private final PgTasks tasks;
    private final PgTaskLog log;
    private final PgTimers timers;
    private final PgDeliveries deliveries;
    private final TaskEvents events;
    private final PgLeftSignals left;

    TaskChanges(
            PgTasks tasks,
            PgTaskLog log,
            PgTimers timers,
            PgDeliveries deliveries,
            TaskEvents events,
            PgLeftSignals left) {
        this.tasks = tasks;
        this.log = log;
        this.timers = timers;
        this.deliveries = deliveries;
        this.events = events;
        this.left = left;
    }

    /** Writes changes of tasks that were there before, in the order in which they were decided; a task may change several times. */
    public Uni<Void> write(Transaction tx, List<Changed> changes) {
        return write(tx, changes, null);
    }

    /**
     * The same, of tasks that were there before.
     *
     * @param note words of the person who made them; null for none
     */
    public Uni<Void> write(Transaction tx, List<Changed> changes, @Nullable String note) {
        return write(tx, changes, note, null);
    }

    /**
     * The same, of tasks some of which may be new.
     *
     * @param rulesVersion by which it was decided
     */
    public Uni<Void> writeRouted(Transaction tx, List<Changed> changes, String rulesVersion) {
        return write(tx, changes, null, rulesVersion);
    }

    private Uni<Void> write(
            Transaction tx, List<Changed> changes, @Nullable String note, @Nullable String rulesVersion) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Collection<Changed> net = net(changes);
        List<Task> last = net.stream().map(Changed::after).toList();
        List<Timer> cancelled = new ArrayList<>();
        List<Timer> armed = new ArrayList<>();
        net.forEach(change -> {
            Set<Timer> next = change.armed();
            armed.addAll(next);
            change.cancelled().stream()
                    .filter(timer -> next.stream().noneMatch(timer::isReplacedBy))
                    .forEach(cancelled::add);
        });
        return Writes.inOrder(List.of(
                tasks.upsert(tx, last, rulesVersion),
                log.append(tx, changes, note),
                log.runs(tx, changes),
                timers.cancel(tx, cancelled),
                timers.arm(tx, armed),
                deliveries.enqueue(tx, changes),
                deliveries.drop(tx, changes),
                left.note(tx, changes),
                events.of(tx, changes).chain(said -> tx.say(said))));
    }

    /** Of each task, from its state before the first change to that after the last. */
    private static Collection<Changed> net(List<Changed> changes) {
        Map<UUID, Changed> net = new LinkedHashMap<>();
        for (Changed change : changes) {
            net.merge(
                    change.after().taskId(),
                    change,
                    (first, next) -> new TaskDecision.Changed(first.before(), next.after(), next.step()));
        }
        return net.values();
    }
}
