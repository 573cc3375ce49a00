package io.playcaller.ingest.held.out;

import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.held.Admission.Answer;
import io.playcaller.ingest.held.Admission.Known;
import io.playcaller.ingest.held.Admission.Standing;
import io.playcaller.ingest.held.Amount;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.HeldHead;
import io.playcaller.ingest.held.Release.Ready;
import io.playcaller.ingest.held.Waiting;
import io.playcaller.ingest.held.app.HeldEvents;
import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PgHeldEvents implements HeldEvents {

    /** Many events wait for few people: people are looked up once each. */
    private static final String PERSONS_TO_RELEASE = """
            with waiting as materialized (
              select distinct kind, external_id from held_event where ending_until is null)
            select distinct person_id
            from waiting join person_identity using (kind, external_id) join person using (person_id)
            where account_id is not null and person_id > $1
            order by person_id limit $2
            """;

    private static final String RELEASABLE = HeldRows.set("""
            (kind, external_id) in (
              select kind, external_id from person_identity join person using (person_id)
              where person_id = any($1) and account_id is not null)
            and seq > $2 and ending_until is null""");

    private static final String LIST = "select " + HeldRows.HEAD + """

            from held_event
            where seq > $1 and ($3::text is null or source = $3)
            order by seq limit $2
            """;

    private static final String DEPTH = """
            select count(*), coalesce(sum(bytes), 0), (select received_at from held_event order by seq limit 1)
            from held_event
            """;

    private final Pool pool;
    private final OutboxRelay relay;
    private final HeldIntake intake;
    private final ReleasedRows released;
    private final HeldEnds ends;

    PgHeldEvents(Pool pool, OutboxRelay relay, ReleasedRows released, IngestConfig config) {
        this.pool = pool;
        this.relay = relay;
        this.intake = new HeldIntake(config.holding());
        this.released = released;
        this.ends = new HeldEnds(pool);
    }

    @Override
    public Uni<List<Answer>> admit(List<Waiting> events, Instant receivedAt, Function<Standing, List<Answer>> decide) {
        return pool.withTransaction(tx -> intake.admit(tx, events, receivedAt, decide));
    }

    @Override
    public Uni<Known> known(String source, List<String> ids) {
        return HeldIntake.known(pool, source, ids);
    }

    @Override
    public Uni<List<String>> personsToRelease(String after, int limit) {
        return pool.preparedQuery(PERSONS_TO_RELEASE)
                .execute(Tuple.of(UUID.fromString(after), limit))
                .map(rows -> Rows.all(rows, row -> row.getUUID(0).toString()));
    }

    @Override
    public Uni<List<HeldEvent>> releasable(Set<String> personIds, long afterSeq) {
        UUID[] persons = personIds.stream().map(UUID::fromString).toArray(UUID[]::new);
        return pool.preparedQuery(RELEASABLE)
                .execute(Tuple.of(persons, afterSeq))
                .map(rows -> Rows.all(rows, HeldRows::event));
    }

    @Override
    public Uni<List<HeldEvent>> release(List<Ready> events) {
        return events.isEmpty()
                ? Uni.createFrom().item(List.of())
                : pool.withTransaction(tx -> released.take(tx, events)).invoke(() -> relay.poke());
    }

    @Override
    public Uni<List<HeldEvent>> due(Instant now, long afterSeq) {
        return ends.due(now, afterSeq);
    }

    @Override
    public Uni<List<HeldEvent>> beginEnd(List<HeldEvent> events, Instant now) {
        return ends.begin(events, now);
    }

    @Override
    public Uni<List<HeldEvent>> delete(List<HeldEvent> ended) {
        return ends.delete(ended);
    }

    @Override
    public Uni<List<HeldHead>> list(@Nullable String source, long afterSeq, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(afterSeq, limit, source))
                .map(rows -> Rows.all(rows, HeldRows::head));
    }

    @Override
    public Uni<Depth> depth() {
        return pool.query(DEPTH).execute().map(rows -> depth(rows.iterator().next()));
    }

    private static Depth depth(Row row) {
        OffsetDateTime oldest = row.getOffsetDateTime(2);
        return new Depth(new Amount(row.getLong(0), row.getLong(1)), oldest == null ? null : oldest.toInstant());
    }
}
