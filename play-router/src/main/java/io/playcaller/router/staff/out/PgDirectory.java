package io.playcaller.router.staff.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.staff.StaffChange;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** What was said of our people over HTTP, and who said it. */
@ApplicationScoped
public class PgDirectory {

    private static final String ALL = """
            select said.changes, staff_id, body::text
            from (select coalesce(max(change_id), 0) as changes from staff_log) as said left join staff on true""";

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('staff', 0))";

    private static final String PUT = """
            insert into staff (staff_id, body) values ($1, $2::text::jsonb)
            on conflict (staff_id) do update set body = excluded.body""";

    private static final String DELETE = "delete from staff where staff_id = $1";

    private static final String LOG = """
            insert into staff_log (staff_id, at, author, reason, body) values ($1, $2, $3, $4, $5::text::jsonb)""";

    private final Pool pool;

    PgDirectory(Pool pool) {
        this.pool = pool;
    }

    /**
     * All of it.
     *
     * @param changes counts the changes that led to it
     * @param people JSON by staff id
     */
    public record Told(long changes, Map<String, String> people) {}

    public Uni<Told> told() {
        return told(pool);
    }

    /** The same, and nobody else changes it until the transaction ends. */
    public Uni<Told> lock(Transaction tx) {
        return tx.connection().query(LOCK).execute().chain(() -> told(tx.connection()));
    }

    private static Uni<Told> told(SqlClient client) {
        return client.query(ALL).execute().map(PgDirectory::told);
    }

    private static Told told(RowSet<Row> rows) {
        long changes = 0;
        Map<String, String> people = new TreeMap<>();
        for (Row row : rows) {
            changes = row.getLong(0);
            String staffId = row.getString(1);
            if (staffId != null) {
                people.put(staffId, row.getString(2));
            }
        }
        return new Told(changes, people);
    }

    /** Writes a change and who made it. */
    public Uni<Void> write(Transaction tx, StaffChange change) {
        Tuple log = Tuple.tuple()
                .addString(change.staffId())
                .addOffsetDateTime(utc(tx.now()))
                .addString(change.author())
                .addString(change.reason())
                .addString(change.json());
        return tx.connection()
                .preparedQuery(change.json() == null ? DELETE : PUT)
                .execute(change.json() == null ? Tuple.of(change.staffId()) : Tuple.of(change.staffId(), change.json()))
                .chain(() -> tx.connection().preparedQuery(LOG).execute(log))
                .replaceWithVoid();
    }
}
