package io.playcaller.router.brake.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.brake.Brake;
import io.playcaller.router.brake.Flood;
import io.playcaller.router.brake.HeldCounts;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.Writes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Runs that began, by play and minute, and floods that are not over. Written only under the lock of the brake, which is held until
 * the transaction ends: so what is counted is exact, whoever else begins runs. The hour is that of whole minutes: 60 of them, and
 * the one that runs.
 */
@ApplicationScoped
public class PgBrake {

    /** The hour that counts. */
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('router.brake'), 0)";

    private static final String BEGUN = "select play, sum(runs)::int from run_start where minute >= $1 group by play";

    private static final String FORGET = "delete from run_start where minute < $1";

    private static final String COUNT = """
            insert into run_start (minute, play, runs)
            select $3, play, runs from unnest($1::text[], $2::int[]) as t (play, runs)
            on conflict (minute, play) do update set runs = run_start.runs + excluded.runs""";

    private static final String BEGIN_FLOODS = """
            insert into flood (play, episode_id, since)
            select play, episode_id, $3 from unnest($1::text[], $2::uuid[]) as t (play, episode_id)
            on conflict (play) do nothing""";

    private static final String ANY_FLOOD = "select 1 from flood limit 1";

    private static final String FLOODS = "select play, episode_id, since, told_at is not null from flood order by play";

    private static final String TOLD = "update flood set told_at = $2 where play = $1";

    private static final String END = "delete from flood where play = $1";

    private static final String HELD = """
            select waits_on, body ->> 'reason', body #>> '{account,profile,segment}', body #>> '{evidence,0,source}',
                   count(*)
            from signal where status = 'HELD' and open group by 1, 2, 3, 4 order by 1, 2, 3, 4""";

    private final Pool pool;

    PgBrake(Pool pool) {
        this.pool = pool;
    }

    /** A flood, and whether it was told. */
    public record Standing(Flood flood, boolean told) {}

    /** Waits until nobody else begins runs. */
    public Uni<Void> lock(Transaction tx) {
        return tx.connection().query(LOCK).execute().replaceWithVoid();
    }

    /** Runs that began within the hour, by play. */
    public Uni<Map<String, Integer>> begun(Transaction tx) {
        Tuple since = Tuple.of(utc(minute(tx.now().minus(HOUR))));
        return tx.connection().preparedQuery(BEGUN).execute(since).map(rows -> {
            Map<String, Integer> begun = new HashMap<>();
            rows.forEach(row -> begun.put(row.getString(0), row.getInteger(1)));
            return begun;
        });
    }

    /** Counts runs that begin now. */
    public Uni<Void> count(Transaction tx, List<Brake.Run> runs) {
        if (runs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Integer> byPlay = new LinkedHashMap<>();
        runs.forEach(run -> byPlay.merge(run.play(), 1, Integer::sum));
        Tuple counts = Tuple.tuple()
                .addArrayOfString(byPlay.keySet().toArray(String[]::new))
                .addArrayOfInteger(byPlay.values().toArray(Integer[]::new))
                .addOffsetDateTime(utc(minute(tx.now())));
        Tuple since = Tuple.of(utc(minute(tx.now().minus(HOUR))));
        return Writes.inOrder(List.of(
                tx.connection().preparedQuery(FORGET).execute(since).replaceWithVoid(),
                tx.connection().preparedQuery(COUNT).execute(counts).replaceWithVoid()));
    }

    /** Floods that begin now, unless they have begun. */
    public Uni<Void> begin(Transaction tx, Collection<Flood> floods) {
        if (floods.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.connection()
                .preparedQuery(BEGIN_FLOODS)
                .execute(Tuple.of(
                        floods.stream().map(Flood::play).toArray(String[]::new),
                        floods.stream().map(Flood::episodeId).toArray(UUID[]::new),
                        utc(tx.now())))
                .replaceWithVoid();
    }

    /** Whether it is worth a transaction to look at floods. */
    public Uni<Boolean> anyFlood() {
        return pool.query(ANY_FLOOD).execute().map(rows -> rows.iterator().hasNext());
    }

    public Uni<List<Standing>> floods(Transaction tx) {
        return tx.connection().query(FLOODS).execute().map(rows -> {
            List<Standing> floods = new ArrayList<>();
            rows.forEach(row -> floods.add(standing(row)));
            return floods;
        });
    }

    private static Standing standing(Row row) {
        return new Standing(
                new Flood(
                        row.getString(0),
                        row.getUUID(1),
                        row.getOffsetDateTime(2).toInstant()),
                row.getBoolean(3));
    }

    public Uni<Void> told(Transaction tx, Flood flood) {
        return tx.connection()
                .preparedQuery(TOLD)
                .execute(Tuple.of(flood.play(), utc(tx.now())))
                .replaceWithVoid();
    }

    /** It is over. */
    public Uni<Void> end(Transaction tx, Flood flood) {
        return tx.connection()
                .preparedQuery(END)
                .execute(Tuple.of(flood.play()))
                .replaceWithVoid();
    }

    /** What is held, by play. */
    public Uni<Map<String, HeldCounts>> held(Transaction tx) {
        return tx.connection().query(HELD).execute().map(PgBrake::counts);
    }

    private static Map<String, HeldCounts> counts(RowSet<Row> rows) {
        Map<String, List<HeldCounts.Alike>> byPlay = new HashMap<>();
        rows.forEach(row -> byPlay.computeIfAbsent(row.getString(0), any -> new ArrayList<>())
                .add(new HeldCounts.Alike(row.getString(1), row.getString(2), row.getString(3), row.getLong(4))));
        return byPlay.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, held -> new HeldCounts(held.getValue())));
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }
}
