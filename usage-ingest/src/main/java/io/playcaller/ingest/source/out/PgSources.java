package io.playcaller.ingest.source.out;

import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.ingest.source.KeyRequest;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.WriteKey;
import io.playcaller.ingest.source.app.Sources;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

@ApplicationScoped
class PgSources implements Sources {

    private static final String SAVE = """
            insert into source (name, feeds, quiet_after_seconds, events_per_second) values ($1, $2, $3, $4)
            on conflict (name) do update
            set feeds = excluded.feeds, quiet_after_seconds = excluded.quiet_after_seconds,
                events_per_second = coalesce(excluded.events_per_second, source.events_per_second)
            """;

    private static final String CHANGE = """
            update source set feeds = $2, quiet_after_seconds = $3, events_per_second = $4 where name = $1
            """;

    private static final String INTRODUCE = """
            insert into source (name, feeds, quiet_after_seconds, events_per_second) values ($1, $2, $3, $4)
            on conflict do nothing
            """;

    /** In the order of names, so that two replicas cannot wait for each other. */
    private static final String SEEN = """
            update source s set last_seen = greatest(s.last_seen, heard.at)
            from (select * from unnest($1::text[], $2::timestamptz[]) as h(name, at) order by name) heard
            where s.name = heard.name
            """;

    private final Pool pool;

    PgSources(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Source>> all() {
        return pool.query(SourceRows.ALL).execute().map(rows -> Rows.all(rows, SourceRows::source));
    }

    @Override
    public Uni<Void> save(Source source, WriteKey key, KeyRequest request) {
        return pool.withTransaction(tx -> tx.preparedQuery(SAVE)
                .execute(declared(source))
                .chain(() -> tx.preparedQuery(PgKeys.ISSUE).execute(PgKeys.parameters(key, request)))
                .replaceWithVoid());
    }

    @Override
    public Uni<Boolean> change(Source source) {
        return pool.preparedQuery(CHANGE).execute(declared(source)).map(changed -> changed.rowCount() == 1);
    }

    @Override
    public Uni<Void> introduce(Source source) {
        return pool.preparedQuery(INTRODUCE).execute(declared(source)).replaceWithVoid();
    }

    private static Tuple declared(Source source) {
        return Tuple.of(
                source.name(),
                SourceRows.names(source.feeds()),
                source.quietAfter().toSeconds(),
                source.eventsPerSecond());
    }

    @Override
    public Uni<Void> seen(Map<String, Instant> lastSeen) {
        Map<String, Instant> sorted = new TreeMap<>(lastSeen);
        String[] names = sorted.keySet().toArray(String[]::new);
        OffsetDateTime[] times =
                sorted.values().stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        return pool.preparedQuery(SEEN).execute(Tuple.of(names, times)).replaceWithVoid();
    }
}
