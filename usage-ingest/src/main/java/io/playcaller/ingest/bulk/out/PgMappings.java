package io.playcaller.ingest.bulk.out;

import io.playcaller.ingest.bulk.KeptMapping;
import io.playcaller.ingest.bulk.app.Mappings;
import io.playcaller.ingest.config.FixedLimits;
import io.playcaller.ingest.postgres.out.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PgMappings implements Mappings {

    private static final String PUT = """
            insert into mapping (name, content, changed_at, changed_by)
            select $1::text, $2::text, $3::timestamptz, $4::text
            where (select count(*) from mapping where name <> $1::text) < $5::bigint
            on conflict (name) do update
            set content = excluded.content, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """;

    private static final String ALL = "select name, content, changed_at, changed_by from mapping order by name";

    private static final String FIND = "select name, content, changed_at, changed_by from mapping where name = $1";

    private static final String DELETE = "delete from mapping where name = $1";

    private final Pool pool;

    PgMappings(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> put(KeptMapping mapping) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.of(
                        mapping.name(),
                        mapping.content(),
                        mapping.changedAt().atOffset(ZoneOffset.UTC),
                        mapping.changedBy(),
                        (long) FixedLimits.MAPPINGS))
                .map(stored -> stored.rowCount() > 0);
    }

    @Override
    public Uni<Optional<KeptMapping>> find(String name) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(name))
                .map(rows -> Rows.all(rows, PgMappings::mapping).stream().findFirst());
    }

    @Override
    public Uni<List<KeptMapping>> all() {
        return pool.query(ALL).execute().map(rows -> Rows.all(rows, PgMappings::mapping));
    }

    @Override
    public Uni<Boolean> delete(String name) {
        return pool.preparedQuery(DELETE).execute(Tuple.of(name)).map(gone -> gone.rowCount() > 0);
    }

    private static KeptMapping mapping(Row row) {
        return new KeptMapping(
                row.getString(0), row.getString(1), row.getOffsetDateTime(2).toInstant(), row.getString(3));
    }
}
