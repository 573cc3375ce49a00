package io.playcaller.ingest.person.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.register.PersonSaid;
import io.playcaller.contracts.register.SaidIn;
import io.playcaller.ingest.person.FactRef;
import io.playcaller.ingest.person.Said;
import io.playcaller.ingest.person.SaidFilter;
import io.playcaller.ingest.person.app.Texts;
import io.playcaller.ingest.postgres.out.Rows;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PgTexts implements Texts {

    private static final String COLUMNS =
            "text_id, person_id, account_id, said_in, ref, source, said_at, subject, body, comment, cut";

    private static final String NEWEST = "select " + COLUMNS + """

            from person_text
            where ($1::text is null or account_id = $1)
              and ($2::uuid is null or person_id = $2)
              and ($3::text is null or said_in = $3)
              and ($4::text is null or ref = $4)
              and ($5::timestamptz is null or (said_at, text_id) < ($5, $6::uuid))
            order by said_at desc, text_id desc
            limit $7
            """;

    private static final String DELETE_OLD = """
            delete from person_text
            where text_id in (
              (select text_id from person_text where said_at < $1 order by said_at limit 1000)
              union all
              (select text_id from person_text join retracted_fact using (source, fact_id, account_id) limit 1000))
            returning person_id, text_id
            """;

    private static final String FORGET_RETRACTED = "delete from retracted_fact where retracted_at < $1";

    private static final String RETRACT = """
            insert into retracted_fact (source, fact_id, account_id, retracted_at)
            select back.source, back.fact_id, back.account_id, $4
            from unnest($1::text[], $2::text[], $3::text[]) as back (source, fact_id, account_id)
            order by 1, 2, 3
            on conflict do nothing
            """;

    private static final String DELETE_RETRACTED = """
            delete from person_text
            where text_id in (
              select text_id from person_text
              join unnest($1::text[], $2::text[], $3::text[]) as back (source, fact_id, account_id)
                using (source, fact_id, account_id)
              order by text_id for update of person_text)
            returning person_id, text_id
            """;

    private final Pool pool;
    private final PgOutbox outbox;
    private final OutboxRelay relay;
    private final TextRows rows;
    private final String people;

    PgTexts(Pool pool, PgOutbox outbox, OutboxRelay relay, TextRows rows, TopicNames topics) {
        this.rows = rows;
        this.pool = pool;
        this.outbox = outbox;
        this.relay = relay;
        this.people = topics.of(Topic.PEOPLE);
    }

    @Override
    public Uni<Void> store(List<Said> texts) {
        return texts.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(tx -> rows.store(tx, texts)).invoke(() -> relay.poke());
    }

    @Override
    public Uni<List<PersonSaid>> newest(SaidFilter filter, @Nullable Position after, int limit) {
        SaidIn in = filter.in();
        String person = filter.personId();
        Tuple parameters = Tuple.from(new Object[] {
            filter.accountId(),
            person == null ? null : UUID.fromString(person),
            in == null ? null : in.name(),
            filter.ref(),
            after == null ? null : after.saidAt().atOffset(ZoneOffset.UTC),
            after == null ? null : UUID.fromString(after.textId()),
            limit
        });
        return pool.preparedQuery(NEWEST).execute(parameters).map(rows -> Rows.all(rows, PgTexts::said));
    }

    private static PersonSaid said(Row row) {
        return new PersonSaid(
                row.getUUID(0).toString(),
                row.getUUID(1).toString(),
                row.getString(2),
                SaidIn.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getOffsetDateTime(6).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getBoolean(10));
    }

    /** That it was taken back is committed with the deletion: a text that is stored meanwhile goes with the next sweep. */
    @Override
    public Uni<Void> retract(List<FactRef> facts, Instant at) {
        return facts.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(tx -> tx.preparedQuery(RETRACT)
                                .execute(named(facts).addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
                                .chain(() -> delete(tx, DELETE_RETRACTED, named(facts))))
                        .invoke(deleted -> relay.poke())
                        .replaceWithVoid();
    }

    private static Tuple named(List<FactRef> facts) {
        return Tuple.tuple()
                .addArrayOfString(facts.stream().map(FactRef::source).toArray(String[]::new))
                .addArrayOfString(facts.stream().map(FactRef::factId).toArray(String[]::new))
                .addArrayOfString(facts.stream().map(FactRef::accountId).toArray(String[]::new));
    }

    @Override
    public Uni<Integer> deleteOlderThan(Instant oldest) {
        Tuple bound = Tuple.of(oldest.atOffset(ZoneOffset.UTC));
        return pool.withTransaction(tx ->
                        tx.preparedQuery(FORGET_RETRACTED).execute(bound).chain(() -> delete(tx, DELETE_OLD, bound)))
                .invoke(deleted -> relay.poke());
    }

    private Uni<Integer> delete(SqlConnection tx, String statement, Tuple parameters) {
        return tx.preparedQuery(statement)
                .execute(parameters)
                .map(rows -> Rows.all(rows, this::tombstone))
                .flatMap(tombstones -> outbox.append(tx, tombstones).replaceWith(tombstones.size()));
    }

    private OutboxRecord tombstone(Row row) {
        String key = PersonSaid.key(row.getUUID(0).toString(), row.getUUID(1).toString());
        return OutboxRecord.tombstone(people, key);
    }
}
