package io.playcaller.ingest.held.out;

import io.playcaller.ingest.held.HeldEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The end of a wait: rows are locked, their letters written, and they are deleted. Who is forgotten waits for it (both lock
 * the table), so that a letter of theirs is older than the erasure and goes with it.
 */
record HeldEnds(String locking, Tuple which) {

    private static final String LOCK_TO_END = "lock table held_event in row exclusive mode";

    private static final String LOCK = "select " + HeldRows.COLUMNS + " from held_event held where ";
    private static final String DUE = LOCK + "held_until <= $1 order by seq limit $2 for update skip locked";
    private static final String THESE = LOCK + "seq = any($1) order by seq for update skip locked";

    private static final String DELETE = "delete from held_event where seq = any($1)";

    static HeldEnds due(OffsetDateTime now, int limit) {
        return new HeldEnds(DUE, Tuple.of(now, limit));
    }

    static HeldEnds of(Set<Long> seqs) {
        return new HeldEnds(THESE, Tuple.of(seqs.toArray(Long[]::new)));
    }

    /** How many it was. */
    Uni<Integer> end(Pool pool, Function<List<HeldEvent>, Uni<Void>> ending) {
        return pool.withTransaction(tx -> tx.query(LOCK_TO_END)
                .execute()
                .chain(() -> tx.preparedQuery(locking).execute(which))
                .map(HeldRows::events)
                .flatMap(events -> events.isEmpty()
                        ? Uni.createFrom().item(0)
                        : ending.apply(events).chain(() -> delete(tx, events))));
    }

    private static Uni<Integer> delete(SqlConnection tx, List<HeldEvent> events) {
        Long[] seqs = events.stream().map(HeldEvent::seq).toArray(Long[]::new);
        return tx.preparedQuery(DELETE).execute(Tuple.of(seqs)).map(rows -> rows.rowCount());
    }
}
