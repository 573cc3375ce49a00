package io.playcaller.ingest.held.out;

import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.held.Admission.Answer;
import io.playcaller.ingest.held.Admission.Standing;
import io.playcaller.ingest.held.Waiting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
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

    /** Counts no further than the bounds. */
    private static final String STANDING = """
            select (select count(*) from (select from held_event where source = $1 limit $2) of_source),
                   (select count(*) from (select from held_event limit $3) of_all),
                   array(select event_id from held_event where source = $1 and event_id = any($4::text[])),
                   array(select person_hash from letter_erasure
                         where person_hash = any($5::text[]) and forgotten_at >= $6)
            """;

    private static final String STORE = """
            insert into held_event (source, event_id, kind, external_id, received_at, held_until, letter, persons)
            select source, event_id, kind, external_id, received_at, held_until, letter, string_to_array(persons, ',')
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                        $7::text[], $8::text[])
              with ordinality as fresh (source, event_id, kind, external_id, received_at, held_until, letter, persons,
                                        position)
            order by position
            on conflict (source, event_id) do nothing
            returning event_id
            """;

    Uni<List<Answer>> admit(
            SqlConnection tx, List<Waiting> events, Instant receivedAt, Function<Standing, List<Answer>> decide) {
        return tx.query(LOCK_TO_STORE)
                .execute()
                .chain(() -> tx.preparedQuery(STANDING).execute(question(events, receivedAt)))
                .map(rows -> decide.apply(standing(rows.iterator().next())))
                .flatMap(answers -> store(tx, events, answers));
    }

    private Tuple question(List<Waiting> events, Instant receivedAt) {
        return Tuple.of(
                events.get(0).key().source(),
                bounds.perSource(),
                bounds.inAll(),
                HeldRows.texts(events, event -> event.key().id()),
                events.stream()
                        .flatMap(event -> event.persons().stream())
                        .distinct()
                        .toArray(String[]::new),
                receivedAt.atOffset(ZoneOffset.UTC));
    }

    private static Standing standing(Row row) {
        return new Standing(
                row.getLong(0), row.getLong(1), Set.of(row.getArrayOfStrings(2)), Set.of(row.getArrayOfStrings(3)));
    }

    /** What another delivery stored meanwhile waits already. */
    private static Uni<List<Answer>> store(SqlConnection tx, List<Waiting> events, List<Answer> answers) {
        List<Waiting> admitted = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (answers.get(i) instanceof Answer.Admitted) {
                admitted.add(events.get(i));
            }
        }
        if (admitted.isEmpty()) {
            return Uni.createFrom().item(answers);
        }
        return tx.preparedQuery(STORE).execute(HeldRows.columns(admitted)).map(rows -> {
            Set<String> stored = Set.copyOf(HeldRows.all(rows, row -> row.getString(0)));
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
}
