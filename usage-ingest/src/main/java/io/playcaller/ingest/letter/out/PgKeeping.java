package io.playcaller.ingest.letter.out;

import io.playcaller.ingest.letter.app.Keeping;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

@ApplicationScoped
class PgKeeping implements Keeping {

    private static final String DELETE_OLD = "delete from dead_letter where written_at < $1";
    private static final String DELETE_ERASURES = "delete from letter_erasure where forgotten_at < $1";

    private static final String DELETE_BEYOND = """
            delete from dead_letter using (
              select crowd.source, nth.written_at
              from (select coalesce(source, '') as source from dead_letter group by 1 having count(*) > $1) crowd
              cross join lateral (
                select written_at from dead_letter
                where coalesce(source, '') = crowd.source
                order by written_at desc offset $1 limit 1) nth) bound
            where coalesce(dead_letter.source, '') = bound.source and dead_letter.written_at <= bound.written_at
            """;

    private static final String WAITING = "select count(*) from dead_letter where state in ('WAITING', 'REFUSED')";

    private final Pool pool;

    PgKeeping(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> deleteOlderThan(Instant oldest) {
        OffsetDateTime before = oldest.atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(DELETE_OLD)
                .execute(Tuple.of(before))
                .chain(() -> pool.preparedQuery(DELETE_ERASURES).execute(Tuple.of(before.minus(ERASURES_LONGER))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> deleteBeyond(int perSource) {
        return pool.preparedQuery(DELETE_BEYOND).execute(Tuple.of(perSource)).map(rows -> rows.rowCount());
    }

    @Override
    public Uni<Long> waiting() {
        return pool.query(WAITING).execute().map(rows -> rows.iterator().next().getLong(0));
    }
}
