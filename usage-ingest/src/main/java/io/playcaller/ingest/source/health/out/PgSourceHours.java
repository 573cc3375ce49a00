package io.playcaller.ingest.source.health.out;

import io.playcaller.ingest.source.health.Hour;
import io.playcaller.ingest.source.health.SourceHour;
import io.playcaller.ingest.source.health.app.SourceHours;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

@ApplicationScoped
class PgSourceHours implements SourceHours {

    /** In the order of the key, so that two replicas cannot wait for each other. */
    private static final String ADD = """
            insert into source_hour (source, hour, came, refused, beats)
            select more.source, more.hour, more.came, more.refused, more.beats
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[])
                as more(source, hour, came, refused, beats)
            join source on source.name = more.source
            order by more.source, more.hour
            on conflict (source, hour) do update
            set came = source_hour.came + excluded.came, refused = source_hour.refused + excluded.refused,
                beats = source_hour.beats + excluded.beats
            """;

    private final Pool pool;

    PgSourceHours(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(Map<SourceHour, Hour> more) {
        List<Map.Entry<SourceHour, Hour>> rows = List.copyOf(more.entrySet());
        String[] sources = rows.stream().map(row -> row.getKey().source()).toArray(String[]::new);
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(
                        sources,
                        longs(rows, row -> row.getKey().hour()),
                        longs(rows, row -> row.getValue().came()),
                        longs(rows, row -> row.getValue().refused()),
                        longs(rows, row -> row.getValue().beats())))
                .replaceWithVoid();
    }

    private static Long[] longs(
            List<Map.Entry<SourceHour, Hour>> rows, ToLongFunction<Map.Entry<SourceHour, Hour>> column) {
        return rows.stream().map(column::applyAsLong).toArray(Long[]::new);
    }
}
