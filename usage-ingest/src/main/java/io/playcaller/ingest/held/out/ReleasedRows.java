package io.playcaller.ingest.held.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.ingest.held.HeldEvent;
import io.playcaller.ingest.held.Release.Ready;
import io.playcaller.ingest.person.Said;
import io.playcaller.ingest.person.out.TextRows;
import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Rows that leave for the log, in the caller's transaction. Locked are first the persons, in the order of their ids, then
 * their rows, in the order of {@code seq}. An erasure, too, locks a person before what waits of them: one of the two waits,
 * and holds nothing that the other needs. The lock on the person is also what orders the facts of one person in the outbox.
 */
@ApplicationScoped
class ReleasedRows {

    private static final String LOCK_PERSONS =
            "select person_id from person where person_id = any($1) order by person_id for no key update";

    private static final String TAKE = """
            with taken as (
              select seq from held_event where seq = any($1) and ending_until is null order by seq for update)
            delete from held_event using taken where held_event.seq = taken.seq
            returning held_event.seq
            """;

    private final PgOutbox outbox;
    private final TextRows texts;
    private final String log;

    ReleasedRows(PgOutbox outbox, TextRows texts, TopicNames topics) {
        this.outbox = outbox;
        this.texts = texts;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
    }

    /** Takes those that still wait, of persons who are still there; the answer is those. */
    Uni<List<HeldEvent>> take(SqlConnection tx, List<Ready> events) {
        return lockPersons(tx, events)
                .map(there -> events.stream()
                        .filter(event -> there.containsAll(event.personIds()))
                        .toList())
                .flatMap(ready -> delete(tx, ready))
                .call(gone -> texts.store(tx, said(gone)))
                .call(gone -> outbox.append(tx, gone.stream().map(this::fact).toList()))
                .map(gone -> gone.stream().map(Ready::held).toList());
    }

    private static Uni<Set<String>> lockPersons(SqlConnection tx, List<Ready> events) {
        UUID[] persons = events.stream()
                .flatMap(event -> event.personIds().stream())
                .distinct()
                .map(UUID::fromString)
                .toArray(UUID[]::new);
        return tx.preparedQuery(LOCK_PERSONS)
                .execute(Tuple.of(persons))
                .map(rows -> Set.copyOf(Rows.all(rows, row -> row.getUUID(0).toString())));
    }

    private static Uni<List<Ready>> delete(SqlConnection tx, List<Ready> events) {
        Long[] seqs = events.stream().map(event -> event.held().seq()).toArray(Long[]::new);
        return tx.preparedQuery(TAKE).execute(Tuple.of(seqs)).map(rows -> {
            Set<Long> taken = HeldRows.seqs(rows);
            return events.stream()
                    .filter(event -> taken.contains(event.held().seq()))
                    .toList();
        });
    }

    private static List<Said> said(List<Ready> events) {
        return events.stream().flatMap(event -> event.said().stream()).toList();
    }

    private OutboxRecord fact(Ready event) {
        return OutboxRecord.of(log, event.accountId(), event.envelope(), event.fact());
    }
}
