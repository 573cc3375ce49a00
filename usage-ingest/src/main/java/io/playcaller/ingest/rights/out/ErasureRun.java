package io.playcaller.ingest.rights.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.register.PersonSaid;
import io.playcaller.ingest.letter.out.ForgottenLetters;
import io.playcaller.ingest.letter.out.ForgottenLetters.Forgetting;
import io.playcaller.ingest.letter.out.ForgottenLetters.Forgotten;
import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.ingest.rights.Erased;
import io.playcaller.ingest.rights.PersonFile;
import io.playcaller.ingest.rights.Places;
import io.playcaller.ingest.rights.Receipt;
import io.playcaller.ingest.rights.app.Erasures.Wish;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The one transaction of an erasure. Locks come in one order: persons, then what waits of them and their letters; a release
 * takes them in the same.
 */
@ApplicationScoped
class ErasureRun {

    private static final String TEXTS =
            "select person_id, text_id from person_text where person_id = any($1) order by person_id, text_id";

    /** Counted as they stand before the deletion, which takes along what hangs on a person. */
    private static final String DELETE = """
            with gone as (delete from person where person_id = any($1) returning person_id)
            select (select count(*) from gone),
                   (select count(*) from person_identity where person_id = any($1)),
                   (select count(*) from person_edge where person_id = any($1)),
                   (select count(*) from held_event join person_identity using (kind, external_id)
                    where person_id = any($1))
            """;

    private static final String STORE = """
            insert into erasure (erasure_id, person_ids, asked_by, erased_at, tombstones, places, sent_after)
            values ($1, $2, $3, $4, $5, $6, (select coalesce(max(id), 0) from outbox where topic = $7))
            """;

    private final ForgottenLetters letters;
    private final PgOutbox outbox;
    private final String people;

    ErasureRun(ForgottenLetters letters, PgOutbox outbox, TopicNames topics) {
        this.letters = letters;
        this.outbox = outbox;
        this.people = topics.of(Topic.PEOPLE);
    }

    /** Locks all that is about to change; empty when there is no such person, or no longer. */
    Uni<Optional<PersonFile>> locked(SqlConnection tx, UUID personId) {
        return PersonFiles.lock(tx, personId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(found)
                        : letters.lock(tx).replaceWith(found));
    }

    Uni<Receipt> erase(SqlConnection tx, PersonFile person, Wish wish, Instant at) {
        return letters.forget(tx, new Forgetting(person.hashes(), wish.erasureId(), at))
                .flatMap(forgotten -> texts(tx, person)
                        .flatMap(texts -> delete(tx, person, forgotten, texts.size())
                                .flatMap(erased -> store(tx, receipt(person, wish, at, erased), texts))));
    }

    private static Receipt receipt(PersonFile person, Wish wish, Instant at, Erased erased) {
        return new Receipt(wish.erasureId(), person.personIds(), wish.by(), at, null, Places.reached(erased));
    }

    /** Their keys on the topic. */
    private static Uni<List<String>> texts(SqlConnection tx, PersonFile person) {
        return tx.preparedQuery(TEXTS)
                .execute(Tuple.of(PersonFiles.ids(person)))
                .map(rows -> Rows.all(
                        rows,
                        row -> PersonSaid.key(
                                row.getUUID(0).toString(), row.getUUID(1).toString())));
    }

    private static Uni<Erased> delete(SqlConnection tx, PersonFile person, Forgotten forgotten, long texts) {
        return tx.preparedQuery(DELETE)
                .execute(Tuple.of(PersonFiles.ids(person)))
                .map(rows -> {
                    Row counts = rows.iterator().next();
                    return new Erased(
                            counts.getLong(0),
                            counts.getLong(1),
                            counts.getLong(2),
                            texts,
                            forgotten.held() + counts.getLong(3),
                            forgotten.letters());
                });
    }

    private Uni<Receipt> store(SqlConnection tx, Receipt receipt, List<String> texts) {
        List<String> keys = Stream.concat(
                        texts.stream(), receipt.personIds().stream().map(UUID::toString))
                .toList();
        Tuple row = Tuple.from(new Object[] {
            receipt.erasureId(),
            receipt.personIds().toArray(UUID[]::new),
            receipt.askedBy(),
            receipt.erasedAt().atOffset(ZoneOffset.UTC),
            keys.toArray(String[]::new),
            ErasureRows.json(receipt.places()),
            people
        });
        return outbox.append(
                        tx,
                        keys.stream()
                                .map(key -> OutboxRecord.tombstone(people, key))
                                .toList())
                .chain(() -> tx.preparedQuery(STORE).execute(row))
                .replaceWith(receipt);
    }
}
