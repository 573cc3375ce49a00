package io.playcaller.router.delivery.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.delivery.Replay;
import io.playcaller.router.delivery.Replay.Answer;
import io.playcaller.router.delivery.Replay.Found;
import io.playcaller.router.delivery.app.Connector;
import io.playcaller.router.delivery.person.Notice;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Messages of the ledger that were given up, and wait once more. */
@ApplicationScoped
public class PgReplays {

    /**
     * As it was written, but for one thing: what was tried before is no first attempt, since the tool may have it. Whether a person is
     * interrupted is decided anew.
     */
    static final String BEGINS_ANEW = """
            set state = case when d.press is null then 'pending' else 'undecided' end, because = null, came_back = false,
                attempts = least(d.attempts, 1), next_attempt_at = clock_timestamp()
            """;

    /** Of what is about no task the rest are digests. */
    static final String IS_NOTICE = "starts_with(d.purpose, '" + Notice.PURPOSE + "')";

    private static final String GIVEN_UP = """
            from delivery d left join task on task.task_id = d.task_id
            where d.connector = $1 and d.state in ('failed', 'disabled')
              and ($2::timestamptz is null or d.created_at >= $2) and ($3::uuid is null or d.delivery_id = $3)
            """ + "and (d.task_id is not null or " + IS_NOTICE + ")\n";

    private static final String ENDED = "(d.recipient is not null and task.open is false)";

    /**
     * Of a tool that keeps no order each message stands for itself; a person needs no old news in any. Later news that wait count too, since
     * they may be on their way: should they fail in the end, both were given up.
     */
    private static final String OVERTAKEN = """
            (($4::boolean or d.recipient is not null) and exists (
                select 1 from delivery later
                where later.task_id = d.task_id and later.connector = d.connector
                  and later.state in ('undecided', 'pending', 'digest', 'sent', 'digested')
                  and later.recipient is not distinct from d.recipient
                  and (later.rev, later.purpose) > (d.rev, d.purpose)))
            """;

    /** Of what was given up {@code next_attempt_at} says since when: what is refused again gets behind all that was not tried yet. */
    private static final String REPLAY = "update delivery d " + BEGINS_ANEW
            + "where d.delivery_id in (select d.delivery_id " + GIVEN_UP + "and not " + ENDED + " and not " + OVERTAKEN
            + "order by d.next_attempt_at, d.created_at, d.task_id, d.rev, d.delivery_id limit " + Replay.MOST
            + " for update of d skip locked)";

    private static final String LEFT =
            """
            select count(*) filter (where not ended and not overtaken), count(*) filter (where not ended and overtaken),
                   count(*) filter (where ended)
            from (
            """ + "select " + ENDED + " as ended, " + OVERTAKEN + " as overtaken " + GIVEN_UP + ") as given_up";

    private static final String STOPPED = "select 1 from connector where name = $1 and target = $2";

    private static final String FOUND = "select d.state, d.task_id is null and not " + IS_NOTICE
            + " from delivery d where d.connector = $1 and d.delivery_id = $2";

    /** Whether its tool said stop, under the address that it has. */
    public Uni<Boolean> isStopped(Transaction tx, Connector connector) {
        return tx.connection()
                .preparedQuery(STOPPED)
                .execute(Tuple.of(connector.name(), connector.target().orElse("")))
                .map(rows -> rows.iterator().hasNext());
    }

    /** The one message that is wished for; empty where there is no such message, or more than one is wished for. */
    public Uni<Optional<Found>> find(Transaction tx, Connector connector, Replay wish) {
        if (!(wish instanceof Replay.One one)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return tx.connection()
                .preparedQuery(FOUND)
                .execute(Tuple.of(connector.name(), one.deliveryId()))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext() ? Optional.of(found(found.next())) : Optional.empty();
                });
    }

    private static Found found(Row row) {
        return new Found(row.getString(0), row.getBoolean(1));
    }

    /** Lets them wait; digests, which are about no one task, stay as they are. */
    public Uni<Answer> replay(Transaction tx, Connector connector, Replay wish) {
        Tuple question = Tuple.tuple()
                .addString(connector.name())
                .addOffsetDateTime(wish instanceof Replay.Since since ? utc(since.at()) : null)
                .addUUID(wish instanceof Replay.One one ? one.deliveryId() : null)
                .addBoolean(connector.inOrder());
        return tx.connection()
                .preparedQuery(REPLAY)
                .execute(question)
                .map(rows -> rows.rowCount())
                .chain(again -> tx.connection()
                        .preparedQuery(LEFT)
                        .execute(question)
                        .map(rows -> {
                            Row left = rows.iterator().next();
                            return new Answer.Begun(again, left.getLong(0), left.getLong(1), left.getLong(2));
                        }));
    }
}
