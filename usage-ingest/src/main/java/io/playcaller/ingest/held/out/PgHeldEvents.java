package io.playcaller.ingest.held.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.held.Admission.Answer;
import io.playcaller.ingest.held.Admission.Standing;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.Release.Ready;
import io.playcaller.ingest.held.Waiting;
import io.playcaller.ingest.held.app.HeldEvents;
import io.playcaller.ingest.person.out.TextRows;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What waits, what is released, what ends: rows are locked in the order of {@code seq}, and each goes once. */
@ApplicationScoped
class PgHeldEvents implements HeldEvents {

    private static final String RELEASABLE = """
            select %s
            from held_event held join ready using (kind, external_id)
            where held.seq > $1
            order by held.seq limit $2
            """.formatted(HeldRows.COLUMNS);

    /** Many events wait for few people: people are looked up once each. */
    private static final String OF_ALL = """
            with waiting as materialized (select distinct kind, external_id from held_event),
            ready as (
              select kind, external_id
              from waiting join person_identity using (kind, external_id) join person using (person_id)
              where account_id is not null)
            """ + RELEASABLE;

    private static final String OF_PERSONS = """
            with ready as (
              select kind, external_id
              from person_identity join person using (person_id)
              where person_id = any($3) and account_id is not null)
            """ + RELEASABLE;

    private static final String TAKE = """
            with taken as (select seq from held_event where seq = any($1) order by seq for update)
            delete from held_event using taken where held_event.seq = taken.seq
            returning held_event.seq
            """;

    private static final String LIST = "select " + HeldRows.COLUMNS + """

            from held_event held
            where seq > $1 and ($3::text is null or source = $3)
            order by seq limit $2
            """;

    private static final String DEPTH = """
            select count(*), (select received_at from held_event order by seq limit 1) from held_event
            """;

    private final Pool pool;
    private final PgOutbox outbox;
    private final OutboxRelay relay;
    private final TextRows texts;
    private final HeldIntake intake;
    private final String log;

    PgHeldEvents(
            Pool pool, PgOutbox outbox, OutboxRelay relay, TextRows texts, TopicNames topics, IngestConfig config) {
        this.pool = pool;
        this.outbox = outbox;
        this.relay = relay;
        this.texts = texts;
        this.intake = new HeldIntake(config.holding());
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
    }

    @Override
    public Uni<List<Answer>> admit(List<Waiting> events, Instant receivedAt, Function<Standing, List<Answer>> decide) {
        return pool.withTransaction(tx -> intake.admit(tx, events, receivedAt, decide));
    }

    @Override
    public Uni<List<HeldEvent>> releasable(long afterSeq, int limit) {
        return pool.preparedQuery(OF_ALL).execute(Tuple.of(afterSeq, limit)).map(HeldRows::events);
    }

    @Override
    public Uni<List<HeldEvent>> releasable(Set<String> personIds, long afterSeq, int limit) {
        UUID[] persons = personIds.stream().map(UUID::fromString).toArray(UUID[]::new);
        return pool.preparedQuery(OF_PERSONS)
                .execute(Tuple.of(afterSeq, limit, persons))
                .map(HeldRows::events);
    }

    @Override
    public Uni<List<HeldEvent>> release(List<Ready> events) {
        return events.isEmpty()
                ? Uni.createFrom().item(List.of())
                : pool.withTransaction(tx -> release(tx, events)).invoke(() -> relay.poke());
    }

    private Uni<List<HeldEvent>> release(SqlConnection tx, List<Ready> events) {
        Long[] seqs = events.stream().map(event -> event.held().seq()).toArray(Long[]::new);
        return tx.preparedQuery(TAKE).execute(Tuple.of(seqs)).flatMap(rows -> {
            Set<Long> taken = Set.copyOf(HeldRows.all(rows, row -> row.getLong(0)));
            List<Ready> gone = events.stream()
                    .filter(event -> taken.contains(event.held().seq()))
                    .toList();
            return texts.store(
                            tx,
                            gone.stream()
                                    .flatMap(event -> event.said().stream())
                                    .toList())
                    .chain(() -> outbox.append(tx, gone.stream().map(this::fact).toList()))
                    .replaceWith(gone.stream().map(Ready::held).toList());
        });
    }

    private OutboxRecord fact(Ready event) {
        return OutboxRecord.of(log, event.accountId(), event.envelope(), event.fact());
    }

    @Override
    public Uni<Integer> endDue(Instant now, int limit, Function<List<HeldEvent>, Uni<Void>> ending) {
        return HeldEnds.due(now.atOffset(ZoneOffset.UTC), limit).end(pool, ending);
    }

    @Override
    public Uni<Integer> end(Set<Long> seqs, Function<List<HeldEvent>, Uni<Void>> ending) {
        return HeldEnds.of(seqs).end(pool, ending);
    }

    @Override
    public Uni<List<HeldEvent>> list(@Nullable String source, long afterSeq, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(afterSeq, limit, source))
                .map(HeldRows::events);
    }

    @Override
    public Uni<Depth> depth() {
        return pool.query(DEPTH).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Depth(
                    row.getLong(0),
                    row.getOffsetDateTime(1) == null
                            ? null
                            : row.getOffsetDateTime(1).toInstant());
        });
    }
}
