package io.playcaller.router.silence.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.silence.Matchers;
import io.playcaller.router.silence.Silence;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Silences. Who routes signals shares a lock that who makes or withdraws one has alone: what was routed by a silence is then in the
 * ledger when the silence is withdrawn, and is found there.
 */
@ApplicationScoped
public class PgSilences {

    private static final String COLUMNS = """
            silence_id, matchers::text, also_critical, from_at, until_at, because, author, created_at, withdrawn_at,
            withdrawn_by""";

    private static final String SHARE = "select pg_advisory_xact_lock_shared(hashtext('router.silences'), 0)";

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('router.silences'), 0)";

    private static final String IN_FORCE = "select " + COLUMNS + """
             from silence
            where withdrawn_at is null and from_at <= $1 and until_at > $1 order by silence_id""";

    private static final String NOT_OVER = "select count(*) from silence where withdrawn_at is null and until_at > $1";

    private static final String INSERT = """
            insert into silence (silence_id, matchers, also_critical, from_at, until_at, because, author, created_at)
            values ($1, $2::text::jsonb, $3, $4, $5, $6, $7, $8)""";

    private static final String WITHDRAW = """
            update silence set withdrawn_at = $2, withdrawn_by = $3
            where silence_id = $1 and withdrawn_at is null and until_at > $2""";

    private static final String ONE = "select " + COLUMNS + " from silence where silence_id = $1";

    private static final String LIST = "with clock as (select playcaller_now() as present) select " + COLUMNS + """
            , present from silence, clock
            where ($2::boolean or (withdrawn_at is null and until_at > present))
              and ($3::uuid is null or silence_id < $3)
            order by silence_id desc limit $1""";

    private static final String MADE_BY = """
            select silence_id, until_at from silence
            where author = any($1) and withdrawn_at is null and until_at > $2 order by silence_id limit $3 for update""";

    /** Why it was made stays, with who said so. */
    private static final String PASS_ON = """
            update silence set author = $2, because = because || ' (Said by ' || author || ', who leaves.)'
            where silence_id = any($1)""";

    private final Pool pool;

    PgSilences(Pool pool) {
        this.pool = pool;
    }

    /** None is made or withdrawn until the transaction ends. Before the lock of the brake. */
    public Uni<Void> share(Transaction tx) {
        return tx.connection().query(SHARE).execute().replaceWithVoid();
    }

    /** Those that hold now, and until the transaction ends. */
    public Uni<List<Silence>> inForce(Transaction tx) {
        return Writes.thenAsk(share(tx), tx.connection().preparedQuery(IN_FORCE).execute(Tuple.of(utc(tx.now()))))
                .map(PgSilences::silences);
    }

    /** A silence, and where it stands in its life. */
    public record Listed(Silence silence, Silence.State state) {}

    /** A silence that is not over. */
    public record Held(UUID silenceId, Instant until) {}

    /** Locks those that somebody made and that are not over. */
    public Uni<List<Held>> madeBy(Transaction tx, List<String> names, int atMost) {
        return tx.connection()
                .preparedQuery(MADE_BY)
                .execute(Tuple.of(names.toArray(String[]::new), utc(tx.now()), atMost))
                .map(rows -> {
                    List<Held> held = new ArrayList<>();
                    rows.forEach(row -> held.add(
                            new Held(row.getUUID(0), row.getOffsetDateTime(1).toInstant())));
                    return held;
                });
    }

    /** Somebody else answers for them. */
    public Uni<Void> passOn(Transaction tx, List<Held> held, String to) {
        return tx.connection()
                .preparedQuery(PASS_ON)
                .execute(Tuple.of(Columns.of(held, Held::silenceId, UUID[]::new), to))
                .replaceWithVoid();
    }

    /** Waits until nobody routes signals, and lets nobody begin until the transaction ends. */
    public Uni<Void> lock(Transaction tx) {
        return tx.connection().query(LOCK).execute().replaceWithVoid();
    }

    /** How many hold or are to come. */
    public Uni<Long> notOver(Transaction tx) {
        return tx.connection()
                .preparedQuery(NOT_OVER)
                .execute(Tuple.of(utc(tx.now())))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    public Uni<Void> insert(Transaction tx, Silence silence) {
        Tuple row = Tuple.tuple()
                .addUUID(silence.silenceId())
                .addString(Columns.json(silence.matchers()))
                .addBoolean(silence.alsoCritical())
                .addOffsetDateTime(utc(silence.from()))
                .addOffsetDateTime(utc(silence.until()))
                .addString(silence.because())
                .addString(silence.author())
                .addOffsetDateTime(utc(silence.createdAt()));
        return tx.connection().preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    /** Takes one back; false where it is over already, or there is none. */
    public Uni<Boolean> withdraw(Transaction tx, UUID silenceId, String by) {
        return tx.connection()
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(silenceId, utc(tx.now()), by))
                .map(rows -> rows.rowCount() > 0);
    }

    public Uni<Optional<Silence>> find(Transaction tx, UUID silenceId) {
        return tx.connection()
                .preparedQuery(ONE)
                .execute(Tuple.of(silenceId))
                .map(rows -> silences(rows).stream().findFirst());
    }

    /**
     * The newest first.
     *
     * @param over whether also those that are over
     * @param after the last of the page before; null for the first page
     */
    public Uni<List<Listed>> list(boolean over, @Nullable UUID after, int limit) {
        return pool.preparedQuery(LIST).execute(Tuple.of(limit, over, after)).map(rows -> {
            List<Listed> listed = new ArrayList<>();
            rows.forEach(row -> listed.add(listed(row)));
            return listed;
        });
    }

    private static Listed listed(Row row) {
        Silence silence = silence(row);
        return new Listed(silence, silence.state(row.getOffsetDateTime(10).toInstant()));
    }

    private static List<Silence> silences(RowSet<Row> rows) {
        List<Silence> silences = new ArrayList<>();
        rows.forEach(row -> silences.add(silence(row)));
        return silences;
    }

    private static Silence silence(Row row) {
        OffsetDateTime withdrawnAt = row.getOffsetDateTime(8);
        return new Silence(
                row.getUUID(0),
                Columns.read(row.getString(1), Matchers.class),
                row.getBoolean(2),
                row.getOffsetDateTime(3).toInstant(),
                row.getOffsetDateTime(4).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getOffsetDateTime(7).toInstant(),
                withdrawnAt == null ? null : new Silence.Withdrawal(withdrawnAt.toInstant(), row.getString(9)));
    }
}
