package io.playcaller.ingest.held.out;

import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.held.Admission.Answer;
import io.playcaller.ingest.held.Admission.Known;
import io.playcaller.ingest.held.Admission.Standing;
import io.playcaller.ingest.held.Amount;
import io.playcaller.ingest.held.Waiting;
import io.playcaller.ingest.postgres.out.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What begins to wait. Who is forgotten and what they did come one after the other: it either sees the erasure, or is seen
 * by it.
 */
record HeldIntake(IngestConfig.Holding bounds) {

    private static final String LOCK_TO_STORE = "lock table held_event in row exclusive mode";

    private static final String KNOWN = """
            select array(select event_id from held_event
                         where source = $1 and event_id = any($2::text[]) and ending_until is null),
                   array(select event_id from held_event
                         where source = $1 and event_id = any($2::text[]) and ending_until is not null)
            """;

    private static final String FORGOTTEN =
            "select person_hash from letter_erasure where person_hash = any($1) and forgotten_at >= $2";

    /** Adds up no more rows than the bounds let in. */
    private static final String AMOUNTS = """
            select of_source.events, of_source.bytes, of_all.events, of_all.bytes
            from (select count(*) as events, coalesce(sum(bytes), 0) as bytes
                  from (select bytes from held_event where source = $1 limit $2) counted) of_source,
                 (select count(*) as events, coalesce(sum(bytes), 0) as bytes
                  from (select bytes from held_event limit $3) counted) of_all
            """;

    private static final String STORE = """
            insert into held_event (source, event_id, place, kind, external_id, received_at, held_until, letter,
                                    persons)
            select source, event_id, place, kind, external_id, $9::timestamptz, held_until, letter,
                   string_to_array(persons, ',')
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
                        $8::text[])
              with ordinality as fresh (source, event_id, place, kind, external_id, held_until, letter, persons,
                                        position)
            order by position
            on conflict (source, event_id) do nothing
            returning event_id
            """;

    Uni<List<Answer>> admit(
            SqlConnection tx, List<Waiting> events, Instant receivedAt, Function<Standing, List<Answer>> decide) {
        return tx.query(LOCK_TO_STORE)
                .execute()
                .chain(() -> standing(tx, events, receivedAt))
                .map(decide)
                .flatMap(answers -> store(tx, events, receivedAt, answers));
    }

    private Uni<Standing> standing(SqlConnection tx, List<Waiting> events, Instant receivedAt) {
        String source = events.get(0).key().source();
        List<String> ids = events.stream().map(event -> event.key().id()).toList();
        return known(tx, source, ids)
                .flatMap(known -> forgotten(tx, events, receivedAt)
                        .flatMap(forgotten -> tx.preparedQuery(AMOUNTS)
                                .execute(Tuple.of(source, bounds.perSource(), bounds.inAll()))
                                .map(rows -> rows.iterator().next())
                                .map(row -> new Standing(
                                        new Amount(row.getLong(0), row.getLong(1)),
                                        new Amount(row.getLong(2), row.getLong(3)),
                                        known,
                                        forgotten))));
    }

    static Uni<Known> known(SqlClient client, String source, List<String> ids) {
        return client.preparedQuery(KNOWN)
                .execute(Tuple.of(source, ids.toArray(String[]::new)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Known(Set.of(row.getArrayOfStrings(0)), Set.of(row.getArrayOfStrings(1))));
    }

    private static Uni<Set<String>> forgotten(SqlConnection tx, List<Waiting> events, Instant receivedAt) {
        String[] persons = events.stream()
                .flatMap(event -> event.persons().stream())
                .distinct()
                .toArray(String[]::new);
        return tx.preparedQuery(FORGOTTEN)
                .execute(Tuple.of(persons, receivedAt.atOffset(ZoneOffset.UTC)))
                .map(rows -> Set.copyOf(Rows.all(rows, row -> row.getString(0))));
    }

    /** What another delivery stored meanwhile waits already. */
    private static Uni<List<Answer>> store(
            SqlConnection tx, List<Waiting> events, Instant receivedAt, List<Answer> answers) {
        List<Waiting> admitted = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (answers.get(i) instanceof Answer.Admitted) {
                admitted.add(events.get(i));
            }
        }
        if (admitted.isEmpty()) {
            return Uni.createFrom().item(answers);
        }
        return tx.preparedQuery(STORE).execute(columns(admitted, receivedAt)).map(rows -> {
            Set<String> stored = Set.copyOf(Rows.all(rows, row -> row.getString(0)));
            List<Answer> carriedOut = new ArrayList<>(answers);
            for (int i = 0; i < events.size(); i++) {
                if (answers.get(i) instanceof Answer.Admitted
                        && !stored.contains(events.get(i).key().id())) {
                    carriedOut.set(i, new Answer.WaitsAlready());
                }
            }
            return List.copyOf(carriedOut);
        });
    }

    /** A column each: source, id, place, kind and id of the person, end, letter, hashes joined by commas. And one receipt. */
    private static Tuple columns(List<Waiting> events, Instant receivedAt) {
        return Tuple.from(new Object[] {
            texts(events, event -> event.key().source()),
            texts(events, event -> event.key().id()),
            texts(events, event -> event.letter().place().name()),
            texts(events, event -> event.who().kind().name()),
            texts(events, event -> event.who().value()),
            events.stream()
                    .map(event -> event.heldUntil().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new),
            texts(events, event -> event.letter().json()),
            texts(events, event -> String.join(",", event.persons())),
            receivedAt.atOffset(ZoneOffset.UTC)
        });
    }

    private static String[] texts(List<Waiting> events, Function<Waiting, String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }
}
