package io.playcaller.router.outcome.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.work.Arm;
import io.playcaller.router.outcome.ArmResult;
import io.playcaller.router.outcome.ArmResult.LookResult;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came of plays, counted by arm. */
@ApplicationScoped
public class PgArmResults {

    private static final String COUNTS = """
            select play, arm, holdout_percent, coalesce(outcome, 'OPEN'), count(*) from play_run
            where ($1::text is null or play = $1) and ($2::timestamptz is null or started_at >= $2)
            group by 1, 2, 3, 4 order by 1, 2, 3 nulls last, 4""";

    private static final String LOOKS = """
            select run.play, run.arm, run.holdout_percent, look.days, count(*), count(look.score - run.start_score),
                   round(avg(look.score - run.start_score))::bigint,
                   count(*) filter (where look.touched), count(*) filter (where look.renewed),
                   count(*) filter (where look.churned)
            from play_run as run join outcome_look as look using (play_run_id)
            where look.told_at is not null and (look.days = 0 or look.since_start)
              and ($1::text is null or run.play = $1) and ($2::timestamptz is null or run.started_at >= $2)
            group by 1, 2, 3, 4 order by 1, 2, 3, 4""";

    private static final String OPEN = "open";

    private final Pool pool;

    PgArmResults(Pool pool) {
        this.pool = pool;
    }

    private record Key(String play, Arm arm, @Nullable Integer holdoutPercent) {

        static Key of(Row row) {
            return new Key(row.getString(0), Arm.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getInteger(2));
        }
    }

    /**
     * By play, arm and share held out, runs without a draw last.
     *
     * @param play key; null for all
     * @param since when the runs began at the earliest; null for all that are kept
     */
    public Uni<List<ArmResult>> of(@Nullable String play, @Nullable Instant since) {
        Tuple parameters = Tuple.of(play, since == null ? null : utc(since));
        return pool.preparedQuery(LOOKS)
                .execute(parameters)
                .map(rows -> {
                    Map<Key, List<LookResult>> looks = new HashMap<>();
                    rows.forEach(row -> looks.computeIfAbsent(Key.of(row), any -> new ArrayList<>())
                            .add(look(row)));
                    return looks;
                })
                .chain(looks -> pool.preparedQuery(COUNTS).execute(parameters).map(rows -> {
                    Map<Key, Map<String, Long>> counts = new LinkedHashMap<>();
                    rows.forEach(row -> counts.computeIfAbsent(Key.of(row), any -> new TreeMap<>())
                            .put(row.getString(3).toLowerCase(Locale.ROOT), row.getLong(4)));
                    return counts.entrySet().stream()
                            .map(one ->
                                    result(one.getKey(), one.getValue(), looks.getOrDefault(one.getKey(), List.of())))
                            .toList();
                }));
    }

    private static ArmResult result(Key key, Map<String, Long> counts, List<LookResult> looks) {
        long runs = counts.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> ended = new TreeMap<>(counts);
        Long open = ended.remove(OPEN);
        return new ArmResult(key.play(), key.arm(), key.holdoutPercent(), runs, open == null ? 0 : open, ended, looks);
    }

    private static LookResult look(Row row) {
        return new LookResult(
                row.getInteger(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9));
    }
}
