package io.playcaller.router.signal.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signals of the ledger that wait: silenced ones for their time, held ones for a person's word. */
@ApplicationScoped
public class PgWaitingSignals {

    /** Asks the clock once: of a volatile function in a condition PostgreSQL makes no condition of an index. */
    private static final String ANY_DUE = """
            select 1 from signal where status = 'SILENCED' and open and look_at <= (select playcaller_now())
            order by look_at limit 1""";

    private static final String DUE = """
            select body::text from signal where status = 'SILENCED' and open and look_at <= $1
            order by look_at, episode_id limit $2""";

    private static final String POSTPONE = """
            update signal set look_at = $2::timestamptz + interval '1 minute'
            where status = 'SILENCED' and episode_id = any($1)""";

    private static final String WAKE =
            "update signal set look_at = $2 where waits_on = $1 and status = 'SILENCED' and open and look_at > $2";

    private static final String HELD = """
            select body::text from signal
            where waits_on = $1 and status = 'HELD' and open and ($2::text[] is null or account_id = any($2))
            order by value_at_risk desc nulls last, episode_id limit $3""";

    private final Pool pool;

    PgWaitingSignals(Pool pool) {
        this.pool = pool;
    }

    /** Whether it is worth a transaction to look for silenced signals whose time has come. */
    public Uni<Boolean> anyDue() {
        return pool.query(ANY_DUE).execute().map(rows -> rows.iterator().hasNext());
    }

    /** Silenced signals whose time has come, not locked: whoever locks their lanes reads them again. */
    public Uni<List<SignalChanged>> due(Transaction tx, int atMost) {
        return tx.connection()
                .preparedQuery(DUE)
                .execute(Tuple.of(utc(tx.now()), atMost))
                .map(PgWaitingSignals::signals);
    }

    /** Leaves silenced signals for a minute. */
    public Uni<Void> postpone(Transaction tx, Collection<UUID> episodes) {
        return episodes.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(POSTPONE)
                        .execute(Tuple.of(episodes.toArray(UUID[]::new), utc(tx.now())))
                        .replaceWithVoid();
    }

    /** What this silences is to be looked at now; answers how much that is. */
    public Uni<Integer> wake(Transaction tx, String silencedBy) {
        return tx.connection()
                .preparedQuery(WAKE)
                .execute(Tuple.of(silencedBy, utc(tx.now())))
                .map(RowSet::rowCount);
    }

    /**
     * The most valuable that the brake holds of a play.
     *
     * @param accounts of these only; null for all
     */
    public Uni<List<SignalChanged>> held(
            Transaction tx, String play, @Nullable Collection<String> accounts, int atMost) {
        Tuple which = Tuple.tuple()
                .addString(play)
                .addArrayOfString(accounts == null ? null : accounts.toArray(String[]::new))
                .addInteger(atMost);
        return tx.connection().preparedQuery(HELD).execute(which).map(PgWaitingSignals::signals);
    }

    private static List<SignalChanged> signals(RowSet<Row> rows) {
        List<SignalChanged> signals = new ArrayList<>();
        rows.forEach(row -> signals.add(Columns.read(row.getString(0), SignalChanged.class)));
        return signals;
    }
}
