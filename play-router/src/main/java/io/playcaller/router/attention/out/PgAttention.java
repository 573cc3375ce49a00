package io.playcaller.router.attention.out;

import io.playcaller.router.attention.Press;
import io.playcaller.router.attention.Round;
import io.playcaller.router.attention.Verdict;
import io.playcaller.router.attention.Waiting;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Deliveries to people that wait for a decision, and how often each was interrupted on a day. */
@ApplicationScoped
public class PgAttention {

    private static final String WHOSE =
            "select distinct recipient from delivery where state = 'undecided' order by recipient limit $1";

    /** Its update changes nothing: it is there to hold the row. */
    private static final String HOLD = """
            insert into interruptions (staff_id, day, told) values ($1, $2, 0)
            on conflict (staff_id, day) do update set told = interruptions.told
            returning told""";

    private static final String WAITING = """
            select delivery_id, task_id, rev, press from delivery
            where state = 'undecided' and recipient = $1
            order by created_at, task_id, rev, delivery_id limit $2 for update""";

    private static final String DECIDE = """
            update delivery set state = decided.state, decision = decided.because
            from unnest($1::uuid[], $2::text[], $3::text[]) as decided (id, state, because)
            where delivery.delivery_id = decided.id""";

    private static final String COUNT = "update interruptions set told = $3 where staff_id = $1 and day = $2";

    private static final String NOBODY = """
            update delivery set state = 'failed', because = 'nobody of this id is in the directory any more'
            where state = 'undecided' and recipient = $1""";

    private static final int AT_ONCE = 200;

    private final Pool pool;

    PgAttention(Pool pool) {
        this.pool = pool;
    }

    /** People for whom something waits. */
    public Uni<List<String>> whose(int atMost) {
        return pool.preparedQuery(WHOSE).execute(Tuple.of(atMost)).map(rows -> {
            List<String> staffIds = new ArrayList<>();
            rows.forEach(row -> staffIds.add(row.getString(0)));
            return staffIds;
        });
    }

    /** Holds the person's day until the transaction ends, and answers how often they were interrupted on it. */
    public Uni<Integer> hold(Transaction tx, String staffId, LocalDate day) {
        return tx.connection()
                .preparedQuery(HOLD)
                .execute(Tuple.of(staffId, day))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** What waits for a person, locked, in the order in which it happened. */
    public Uni<List<Waiting>> waiting(Transaction tx, String staffId) {
        return tx.connection()
                .preparedQuery(WAITING)
                .execute(Tuple.of(staffId, AT_ONCE))
                .map(rows -> {
                    List<Waiting> waiting = new ArrayList<>();
                    rows.forEach(row -> waiting.add(new Waiting(
                            row.getUUID(0), row.getUUID(1), row.getLong(2), Press.valueOf(row.getString(3)))));
                    return waiting;
                });
    }

    /** Writes what was decided for a person on a day. */
    public Uni<Void> write(Transaction tx, String staffId, LocalDate day, Round round) {
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(Columns.of(round.decided(), one -> one.waiting().deliveryId(), UUID[]::new))
                .addArrayOfString(Columns.of(round.decided(), one -> state(one.verdict()), String[]::new))
                .addArrayOfString(
                        Columns.of(round.decided(), one -> one.verdict().because(), String[]::new));
        return tx.connection()
                .preparedQuery(DECIDE)
                .execute(rows)
                .chain(() -> tx.connection().preparedQuery(COUNT).execute(Tuple.of(staffId, day, round.told())))
                .replaceWithVoid();
    }

    private static String state(Verdict verdict) {
        return verdict instanceof Verdict.AtOnce ? "pending" : "digest";
    }

    /** Nobody is left to decide for. */
    public Uni<Void> giveUp(Transaction tx, String staffId) {
        return tx.connection().preparedQuery(NOBODY).execute(Tuple.of(staffId)).replaceWithVoid();
    }
}
