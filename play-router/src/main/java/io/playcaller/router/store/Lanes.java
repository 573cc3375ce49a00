package io.playcaller.router.store;

import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Lanes: what is worked on one after the other, such as an account, whose lane is its id. Whoever holds one is alone with it until their
 * transaction ends. They come before rows: who holds a row that somebody else may want must not wait for a lane.
 */
public final class Lanes {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(lane, 0))
            from (select distinct lane from unnest($1::text[]) as t (lane) order by lane) as lanes""";

    private static final String LOCK_FREE = """
            select lane from unnest($1::text[]) as t (lane) where pg_try_advisory_xact_lock(hashtextextended(lane, 0))""";

    private Lanes() {}

    /** Waits until all of them are held. */
    public static Uni<Void> lock(Transaction tx, Collection<String> lanes) {
        return lanes.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.connection().preparedQuery(LOCK).execute(names(lanes)).replaceWithVoid();
    }

    /** Holds those of them that nobody else does, waits for none, and answers which. */
    public static Uni<Set<String>> lockFree(Transaction tx, Collection<String> lanes) {
        return lanes.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : tx.connection().preparedQuery(LOCK_FREE).execute(names(lanes)).map(rows -> {
                    Set<String> held = new HashSet<>();
                    rows.forEach(row -> held.add(row.getString(0)));
                    return held;
                });
    }

    private static Tuple names(Collection<String> lanes) {
        return Tuple.of((Object) lanes.stream().distinct().toArray(String[]::new));
    }
}
