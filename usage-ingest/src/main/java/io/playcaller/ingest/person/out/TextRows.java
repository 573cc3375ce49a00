package io.playcaller.ingest.person.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.register.PersonSaid;
import io.playcaller.ingest.person.Said;
import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores texts, and puts them on {@code people}, in the caller's transaction. */
@ApplicationScoped
public class TextRows {

    private static final String STORE = """
            insert into person_text (text_id, person_id, account_id, said_in, ref, source, said_at,
                                     subject, body, comment, cut, fact_id)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                                 $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::boolean[], $12::text[])
              as said (text_id, person_id, account_id, said_in, ref, source, said_at, subject, body, comment, cut,
                       fact_id)
            where not exists (
              select from retracted_fact back
              where back.source = said.source and back.fact_id = said.fact_id and back.account_id = said.account_id)
            order by text_id
            on conflict do nothing
            returning text_id
            """;

    private final PgOutbox outbox;
    private final String people;

    public TextRows(PgOutbox outbox, TopicNames topics) {
        this.outbox = outbox;
        this.people = topics.of(Topic.PEOPLE);
    }

    /** Those that are not there, and whose facts nobody took back. Fails when a person of them was forgotten meanwhile. */
    public Uni<Void> store(SqlConnection tx, List<Said> texts) {
        return texts.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(STORE)
                        .execute(columns(texts))
                        .flatMap(rows -> outbox.append(tx, records(texts, fresh(rows))));
    }

    private static Set<String> fresh(RowSet<Row> rows) {
        return Rows.stream(rows).map(row -> row.getUUID(0).toString()).collect(Collectors.toSet());
    }

    private List<OutboxRecord> records(List<Said> texts, Set<String> fresh) {
        return texts.stream()
                .filter(said -> fresh.contains(said.text().textId()))
                .map(said -> OutboxRecord.of(people, said.key(), said.envelope(), said.text()))
                .toList();
    }

    private static Tuple columns(List<Said> texts) {
        return Tuple.from(new Object[] {
            column(texts, said -> UUID.fromString(said.textId()), UUID[]::new),
            column(texts, said -> UUID.fromString(said.personId()), UUID[]::new),
            column(texts, PersonSaid::accountId, String[]::new),
            column(texts, said -> said.in().name(), String[]::new),
            column(texts, PersonSaid::ref, String[]::new),
            column(texts, PersonSaid::source, String[]::new),
            column(texts, said -> said.saidAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
            column(texts, PersonSaid::subject, String[]::new),
            column(texts, PersonSaid::body, String[]::new),
            column(texts, PersonSaid::comment, String[]::new),
            column(texts, PersonSaid::cut, Boolean[]::new),
            texts.stream().map(Said::factId).toArray(String[]::new)
        });
    }

    private static <T> T[] column(List<Said> texts, Function<PersonSaid, @Nullable T> reading, IntFunction<T[]> array) {
        return texts.stream().map(Said::text).map(reading).toArray(array);
    }
}
