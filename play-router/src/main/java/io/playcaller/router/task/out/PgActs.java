package io.playcaller.router.task.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Deed;
import io.playcaller.router.task.Task;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What people's acts leave beside the task and its log: the keys under which they may be asked for again, and how long a
 * task is out of sight. Whoever calls holds the task's row, so that nothing here can collide.
 */
@ApplicationScoped
public class PgActs {

    private static final String KEPT =
            "select fingerprint from task_act_key where task_id = $1 and actor = $2 and act_key = $3";

    private static final String KEEP =
            "insert into task_act_key (task_id, actor, act_key, fingerprint, rev) values ($1, $2, $3, $4, $5)";

    private static final String SNOOZE = "update task set snoozed_until = $2, snoozed_rev = $3 where task_id = $1";

    /** The fingerprint of what this person did to the task under this key. */
    public Uni<Optional<UUID>> kept(Transaction tx, UUID taskId, Deed deed) {
        if (deed.key() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return tx.connection()
                .preparedQuery(KEPT)
                .execute(Tuple.of(taskId, deed.actor().id(), deed.key()))
                .map(rows -> {
                    Optional<UUID> kept = Optional.empty();
                    for (Row row : rows) {
                        kept = Optional.of(row.getUUID(0));
                    }
                    return kept;
                });
    }

    /** Remembers what was done to the task that now stands so; does nothing without a key. */
    public Uni<Void> keep(Transaction tx, Task after, Deed deed) {
        if (deed.key() == null) {
            return Uni.createFrom().voidItem();
        }
        return tx.connection()
                .preparedQuery(KEEP)
                .execute(Tuple.of(after.taskId(), deed.actor().id(), deed.key(), deed.fingerprint(), after.rev()))
                .replaceWithVoid();
    }

    /** Puts the task out of sight; its next revision brings it back before {@code until}. */
    public Uni<Void> snooze(Transaction tx, Task after, Instant until) {
        return tx.connection()
                .preparedQuery(SNOOZE)
                .execute(Tuple.of(after.taskId(), utc(until), after.rev()))
                .replaceWithVoid();
    }
}
