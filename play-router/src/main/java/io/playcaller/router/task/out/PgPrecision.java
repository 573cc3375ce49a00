package io.playcaller.router.task.out;

import io.playcaller.router.task.Closing;
import io.playcaller.router.task.Precision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads how often reasons were right from the closing answers of the runs that they started. */
@ApplicationScoped
public class PgPrecision {

    private static final String ANSWERS = """
            select reason, closing, count(*) from play_run
            where closing is not null and ended_at > (select playcaller_now()) - make_interval(days => $1)""";

    private static final String BY_REASON = " group by reason, closing";

    private final Pool pool;

    PgPrecision(Pool pool) {
        this.pool = pool;
    }

    /** Every reason that got an answer, in the order of their codes. */
    public Uni<List<Precision>> all() {
        return pool.preparedQuery(ANSWERS + BY_REASON)
                .execute(Tuple.of((int) Precision.WINDOW.toDays()))
                .map(rows -> answers(rows).entrySet().stream()
                        .map(entry -> new Precision(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** One reason, also when nobody has answered yet. */
    public Uni<Precision> of(String reason) {
        return pool.preparedQuery(ANSWERS + " and reason = $2" + BY_REASON)
                .execute(Tuple.of((int) Precision.WINDOW.toDays(), reason))
                .map(rows -> new Precision(reason, answers(rows).getOrDefault(reason, Map.of())));
    }

    /** An answer of a newer version is left out. */
    private static Map<String, Map<Closing, Long>> answers(RowSet<Row> rows) {
        Map<String, Map<Closing, Long>> answers = new TreeMap<>();
        rows.forEach(row -> Closing.ofWire(row.getString(1))
                .ifPresent(closing -> answers.computeIfAbsent(row.getString(0), reason -> new EnumMap<>(Closing.class))
                        .put(closing, row.getLong(2))));
        return answers;
    }
}
