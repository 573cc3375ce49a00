package io.playcaller.forecast.outcome.out;

import io.playcaller.forecast.engine.lift.ContentSpan;
import io.playcaller.forecast.outcome.RunCount;
import io.playcaller.forecast.outcome.app.ContentFacts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the table {@code play_content} with the ends of the runs that it is about, and the looks back at them. */
@ApplicationScoped
public class PgContentFacts implements ContentFacts {

    private static final String SPANS = """
            select used.content, look.play, min(look.started_at) as first_at, max(look.started_at) as last_at,
                count(distinct look.account_id) as accounts
            from play_content as used join play_look as look on look.play_run_id = used.play_run_id
            where look.at >= $1::date::timestamp at time zone 'UTC'
                and look.at < $2::date::timestamp at time zone 'UTC'
            group by used.content, look.play
            order by used.content, look.play""";

    private static final String RUNS = """
            select used.content, count(*) as ended, count(*) filter (where run.outcome = 'retracted') as retracted
            from play_content as used join play_end as run on run.play_run_id = used.play_run_id
            where run.days_after = 0 and run.at >= $1::date::timestamp at time zone 'UTC'
                and run.at < $2::date::timestamp at time zone 'UTC'
            group by used.content
            order by used.content""";

    private final Pool pool;

    PgContentFacts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ContentSpan>> spans(LocalDate from, LocalDate until) {
        return all(
                SPANS,
                Tuple.of(from, until),
                row -> new ContentSpan(
                        row.getString("content"),
                        row.getString("play"),
                        row.getOffsetDateTime("first_at").toInstant(),
                        row.getOffsetDateTime("last_at").toInstant(),
                        row.getLong("accounts")));
    }

    @Override
    public Uni<List<RunCount>> runs(LocalDate from, LocalDate until) {
        return all(
                RUNS,
                Tuple.of(from, until),
                row -> new RunCount(row.getString("content"), row.getLong("ended"), row.getLong("retracted")));
    }

    private <T> Uni<List<T>> all(String sql, Tuple period, Function<Row, T> reader) {
        return pool.preparedQuery(sql).execute(period).map(rows -> {
            List<T> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add(reader.apply(row)));
            return all;
        });
    }
}
