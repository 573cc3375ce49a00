package io.playcaller.ingest.rights.out;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.ingest.rights.Receipt;
import io.playcaller.ingest.rights.app.Erasures;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PgErasures implements Erasures {

    private static final String FIND = "select " + ErasureRows.COLUMNS + " from erasure where erasure_id = $1";

    private static final String BY_HASH = "select " + ErasureRows.COLUMNS + """
             from erasure join letter_erasure using (erasure_id) where person_hash = $1
            """;

    private static final String NEWEST = "select " + ErasureRows.COLUMNS + """
             from erasure
            where $1::timestamptz is null or (erased_at, erasure_id) < ($1, $2)
            order by erased_at desc, erasure_id desc limit $3
            """;

    /** The relay deletes a tombstone from the outbox after Kafka committed it. */
    private static final String SENT = "select " + ErasureRows.COLUMNS + """
            , tombstones from erasure
            where completed_at is null and not exists (select from outbox where topic = $1 and id <= sent_after)
            order by erased_at limit 100
            """;

    private static final String COMPLETE = """
            update erasure set completed_at = $2, places = $3 where erasure_id = $1 and completed_at is null
            """;

    private final Pool pool;
    private final ErasureRun run;
    private final OutboxRelay relay;
    private final BusinessClock clock;
    private final String people;

    PgErasures(Pool pool, ErasureRun run, OutboxRelay relay, BusinessClock clock, TopicNames topics) {
        this.pool = pool;
        this.run = run;
        this.relay = relay;
        this.clock = clock;
        this.people = topics.of(Topic.PEOPLE);
    }

    /** The time is that of the lock: what waited for it comes after. */
    @Override
    public Uni<Optional<Receipt>> erase(Wish wish) {
        return pool.withTransaction(tx -> run.locked(tx, wish.personId())
                        .flatMap(found -> found.isEmpty()
                                ? Uni.createFrom().item(Optional.<Receipt>empty())
                                : run.erase(tx, found.get(), wish, clock.instant())
                                        .map(Optional::of)))
                .invoke(receipt -> relay.poke());
    }

    @Override
    public Uni<Optional<Receipt>> byHash(String personHash) {
        return one(pool.preparedQuery(BY_HASH).execute(Tuple.of(personHash)));
    }

    @Override
    public Uni<Optional<Receipt>> find(UUID erasureId) {
        return one(pool.preparedQuery(FIND).execute(Tuple.of(erasureId)));
    }

    private static Uni<Optional<Receipt>> one(Uni<RowSet<Row>> rows) {
        return rows.map(found -> Rows.all(found, ErasureRows::receipt).stream().findFirst());
    }

    @Override
    public Uni<List<Receipt>> newest(@Nullable Position after, int limit) {
        OffsetDateTime erasedAt = after == null ? null : after.erasedAt().atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(erasedAt, after == null ? null : after.erasureId(), limit))
                .map(rows -> Rows.all(rows, ErasureRows::receipt));
    }

    @Override
    public Uni<List<Sent>> sent() {
        return pool.preparedQuery(SENT)
                .execute(Tuple.of(people))
                .map(rows ->
                        Rows.all(rows, row -> new Sent(ErasureRows.receipt(row), Set.of(row.getArrayOfStrings(6)))));
    }

    @Override
    public Uni<Void> complete(Receipt whole) {
        Instant at = Objects.requireNonNull(whole.completedAt());
        return pool.preparedQuery(COMPLETE)
                .execute(Tuple.of(whole.erasureId(), at.atOffset(ZoneOffset.UTC), ErasureRows.json(whole.places())))
                .replaceWithVoid();
    }
}
