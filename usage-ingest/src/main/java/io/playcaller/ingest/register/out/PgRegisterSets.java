package io.playcaller.ingest.register.out;

import io.playcaller.ingest.register.Change;
import io.playcaller.ingest.register.Changes;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.Proposed;
import io.playcaller.ingest.register.app.Placing;
import io.playcaller.ingest.register.app.RegisterSets;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rows are locked in the order of their keys, so that two writers of the same records wait for each other. */
@ApplicationScoped
class PgRegisterSets implements RegisterSets {

    private static final String FIND =
            "select record_key, record from register_record where record_key = any($1) order by record_key";

    private static final String LOCK = FIND + " for update";

    private static final String CHANGED = """
            from unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) as changed (key, account_id, version, record)
            """;

    private static final String INSERT = """
            insert into register_record (record_key, account_id, version, record, changed_at)
            select key, account_id, version, record, $5::timestamptz
            """ + CHANGED + "order by key on conflict (record_key) do nothing";

    private static final String UPDATE = """
            update register_record
            set account_id = changed.account_id, version = changed.version, record = changed.record,
                changed_at = $5::timestamptz
            """ + CHANGED + "where record_key = changed.key";

    private static final int TRIES = 10;

    private final Pool pool;
    private final PgOutbox outbox;
    private final RegisterOutbox records;
    private final OutboxRelay relay;
    private final Placing placing;

    PgRegisterSets(Pool pool, PgOutbox outbox, RegisterOutbox records, OutboxRelay relay, Placing placing) {
        this.pool = pool;
        this.outbox = outbox;
        this.records = records;
        this.relay = relay;
        this.placing = placing;
    }

    @Override
    public Uni<List<Change>> put(List<Proposed> proposed, Origin origin) {
        if (proposed.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        if (origin.rehearsed()) {
            return pool.preparedQuery(FIND).execute(keys(proposed)).map(rows -> Changes.each(byKey(rows), proposed));
        }
        return pool.withTransaction(tx -> put(tx, proposed, origin))
                .onFailure(OvertakenException.class)
                .retry()
                .atMost(TRIES)
                .invoke(changes -> {
                    relay.poke();
                    placing.poke(written(changes));
                });
    }

    private Uni<List<Change>> put(SqlConnection tx, List<Proposed> proposed, Origin origin) {
        return tx.preparedQuery(LOCK).execute(keys(proposed)).flatMap(rows -> {
            Map<String, Entry> stored = byKey(rows);
            List<Change> changes = Changes.inOrder(stored, proposed);
            return write(tx, stored, changes, origin).replaceWith(changes);
        });
    }

    private Uni<Void> write(SqlConnection tx, Map<String, Entry> stored, List<Change> changes, Origin origin) {
        List<Entry> written = written(changes);
        Map<String, Entry> last = new TreeMap<>();
        written.forEach(entry -> last.put(entry.key(), entry));
        return write(tx, INSERT, those(last, key -> !stored.containsKey(key)), origin)
                .chain(() -> write(tx, UPDATE, those(last, stored::containsKey), origin))
                .chain(() -> outbox.append(tx, said(written, origin)));
    }

    private static Uni<Void> write(SqlConnection tx, String sql, List<Entry> entries, Origin origin) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(sql)
                .execute(columns(entries, origin))
                .invoke(result -> {
                    if (result.rowCount() != entries.size()) {
                        throw new OvertakenException();
                    }
                })
                .replaceWithVoid();
    }

    private static List<Entry> those(Map<String, Entry> entries, Predicate<String> key) {
        return entries.values().stream().filter(entry -> key.test(entry.key())).toList();
    }

    private static List<Entry> written(List<Change> changes) {
        return changes.stream()
                .filter(Change.Next.class::isInstance)
                .map(change -> ((Change.Next) change).entry())
                .toList();
    }

    private List<OutboxRecord> said(Collection<Entry> written, Origin origin) {
        return written.stream()
                .flatMap(entry -> Stream.of(records.whole(entry, origin), records.fact(entry, origin)))
                .toList();
    }

    private static Tuple keys(List<Proposed> proposed) {
        return Tuple.of(
                proposed.stream().map(next -> next.entry().key()).distinct().toArray(String[]::new));
    }

    private static Tuple columns(List<Entry> entries, Origin origin) {
        return Tuple.of(
                entries.stream().map(Entry::key).toArray(String[]::new),
                entries.stream().map(Entry::accountId).toArray(String[]::new),
                entries.stream().map(Entry::version).toArray(Long[]::new),
                entries.stream().map(StoredRecord::write).toArray(String[]::new),
                origin.receivedAt().atOffset(ZoneOffset.UTC));
    }

    private static Map<String, Entry> byKey(RowSet<Row> rows) {
        Map<String, Entry> stored = new HashMap<>();
        for (Row row : rows) {
            String key = row.getString(0);
            stored.put(key, StoredRecord.read(key, row.getString(1)));
        }
        return stored;
    }

    /** Another writer was first to store a record that was not there, so that it could not be locked. */
    private static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
