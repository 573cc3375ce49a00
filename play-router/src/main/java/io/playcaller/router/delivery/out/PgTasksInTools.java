package io.playcaller.router.delivery.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.Reconciliation.Kept;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which tool has which task. */
@ApplicationScoped
public class PgTasksInTools {

    private static final String FIND = "select task_id from task_in_tool where connector = $1 and external_id = $2";

    /**
     * Tasks with messages under way are left for later: the tool will say something else in a moment. While delivery is held none
     * are, and each is asked for until the tool has answered once.
     */
    private static final String TAKE = """
            update task_in_tool t set checked_at = clock_timestamp()
            where connector = $1 and task_id in (
                select k.task_id from task_in_tool k
                where k.connector = $1
                  and k.told_at > clock_timestamp() - make_interval(secs => $2)
                  and (k.checked_at is null or k.checked_at < clock_timestamp() - make_interval(secs => $3)
                       or k.checked_at < clock_timestamp() - interval '1 minute'
                          and exists (select 1 from delivery_hold h
                                      where k.compared_at is null or k.compared_at < h.since))
                  and (exists (select 1 from delivery_hold)
                       or not exists (
                          select 1 from delivery d
                          where d.task_id = k.task_id and d.connector = k.connector and d.state = 'pending'))
                order by k.checked_at nulls first limit $4 for update skip locked)
            returning t.task_id, t.external_id, (select open from task where task.task_id = t.task_id)""";

    private static final String FOUND = "update task_in_tool set finding = $3, compared_at = clock_timestamp()"
            + " where connector = $1 and task_id = any($2)";

    private static final String LOST = "delete from task_in_tool where connector = $1 and task_id = $2";

    private static final String TELL = """
            insert into delivery (delivery_id, task_id, connector, purpose, body, rev, created_at, state)
            values ($1, $2, $3, $4, $5, $6, $7, 'pending')
            on conflict (delivery_id) do nothing""";

    private final Pool pool;

    PgTasksInTools(Pool pool) {
        this.pool = pool;
    }

    /** The task that a tool calls so. */
    public Uni<Optional<UUID>> task(String connector, String externalId) {
        return pool.preparedQuery(FIND).execute(Tuple.of(connector, externalId)).map(rows -> {
            Optional<UUID> found = Optional.empty();
            for (Row row : rows) {
                found = Optional.of(row.getUUID(0));
            }
            return found;
        });
    }

    /**
     * Takes tasks that are to be compared; nobody else takes them for a while.
     *
     * @param reach those that the tool was told of within this time
     * @param every after this time they are taken again
     */
    public Uni<List<Kept>> take(String connector, Duration reach, Duration every, int atMost) {
        Tuple question = Tuple.of(connector, (double) reach.toSeconds(), (double) every.toSeconds(), atMost);
        return pool.preparedQuery(TAKE).execute(question).map(rows -> {
            List<Kept> kept = new ArrayList<>();
            rows.forEach(row -> kept.add(new Kept(row.getUUID(0), row.getString(1), row.getBoolean(2))));
            return kept;
        });
    }

    /** Of these tasks nothing is otherwise in the tool. */
    public Uni<Void> agree(String connector, List<UUID> taskIds) {
        return pool.preparedQuery(FOUND)
                .execute(Tuple.of(connector, taskIds.toArray(UUID[]::new), null))
                .replaceWithVoid();
    }

    public Uni<Void> note(String connector, UUID taskId, String finding) {
        return pool.preparedQuery(FOUND)
                .execute(Tuple.of(connector, new UUID[] {taskId}, finding))
                .replaceWithVoid();
    }

    /** The tool has lost a task: what it called it means nothing any more. */
    public Uni<Void> forget(Transaction tx, String connector, UUID taskId) {
        return tx.connection()
                .preparedQuery(LOST)
                .execute(Tuple.of(connector, taskId))
                .replaceWithVoid();
    }

    /** Puts a message into the ledger that no step of its task caused. */
    public Uni<Void> tell(Transaction tx, Delivery message) {
        Tuple row = Tuple.tuple()
                .addUUID(message.deliveryId())
                .addUUID(message.taskId())
                .addString(message.connector())
                .addString(message.purpose())
                .addString(message.body())
                .addLong(message.rev())
                .addOffsetDateTime(utc(tx.now()));
        return tx.connection().preparedQuery(TELL).execute(row).replaceWithVoid();
    }
}
