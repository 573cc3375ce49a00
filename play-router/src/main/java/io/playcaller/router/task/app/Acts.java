package io.playcaller.router.task.app;

import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Deed;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskAct.Snooze;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.out.PgActs;
import io.playcaller.router.task.out.TaskEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes what a person did to a task whose row the transaction holds: the change with their words, the touch as a fact of
 * the customer, the key, the snooze.
 */
@ApplicationScoped
public class Acts {

    private final TaskChanges changes;
    private final TaskEvents events;
    private final PgActs acts;

    Acts(TaskChanges changes, TaskEvents events, PgActs acts) {
        this.changes = changes;
        this.events = events;
        this.acts = acts;
    }

    /** The fingerprint of what this person did to the task under the same key. */
    Uni<Optional<UUID>> kept(Transaction tx, Task task, Deed deed) {
        return acts.kept(tx, task.taskId(), deed);
    }

    Uni<Void> write(Transaction tx, Changed changed, Deed deed) {
        return changes.write(tx, List.of(changed), deed.act().words().orElse(null))
                .chain(() -> tx.say(touches(changed, deed)))
                .chain(() -> acts.keep(tx, changed.after(), deed))
                .chain(() -> deed.act() instanceof Snooze snooze
                        ? acts.snooze(tx, changed.after(), snooze.until())
                        : Uni.createFrom().voidItem());
    }

    private List<OutboxRecord> touches(Changed changed, Deed deed) {
        String accountId = changed.after().signal().accountId();
        if (accountId == null) {
            return List.of();
        }
        return deed
                .act()
                .reached()
                .filter(kind -> kind != TouchKind.NOTE)
                .map(kind -> events.touch(changed, accountId, kind, deed.actor().staffId()))
                .stream()
                .toList();
    }
}
