package io.playcaller.ingest.letter.out;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

/**
 * Deletes, in the caller's transaction, what the letters of forgotten people hold, also of those that are still on their way
 * from the topic, and what of them waits in the holding area, because what waits becomes a letter when its time is over.
 */
@ApplicationScoped
public class ForgottenLetters {

    /** What begins to wait or is released is awaited; of what is becoming a letter the letter arrives empty. */
    private static final String LOCK = "lock table held_event, dead_letter in share row exclusive mode";

    private static final String REMEMBER = """
            insert into letter_erasure (person_hash, forgotten_at, erasure_id)
            select person_hash, $2, $3 from unnest($1::text[]) as person_hash order by person_hash
            on conflict (person_hash) do update
            set forgotten_at = excluded.forgotten_at, erasure_id = excluded.erasure_id
            """;

    private static final String FORGET_HELD = "delete from held_event where persons && $1::text[]";

    private static final String FORGET = """
            with erased as (
              update dead_letter
              set state = 'ERASED', content = null, detail = null, persons = '{}', replayable = false,
                  event_key = null, replaying_since = null
              where persons && $1::text[]
              returning letter_id),
            attempts as (
              update letter_replay set correction = null, detail = null
              where letter_id in (select letter_id from erased))
            select count(*) from erased
            """;

    /**
     * How much it was.
     *
     * @param held events that waited
     */
    public record Forgotten(long letters, long held) {}

    /**
     * Who is forgotten.
     *
     * @param hashes of all ids and addresses
     * @param at letters and events that came in before then are theirs
     */
    public record Forgetting(Set<String> hashes, UUID erasureId, Instant at) {

        public Forgetting {
            hashes = Set.copyOf(hashes);
        }
    }

    /** Once the person is locked: from then on letters and held events see the erasure, and those before are seen by it. */
    public Uni<Void> lock(SqlConnection transaction) {
        return transaction.query(LOCK).execute().replaceWithVoid();
    }

    public Uni<Forgotten> forget(SqlConnection transaction, Forgetting forgetting) {
        String[] hashes = forgetting.hashes().toArray(String[]::new);
        Tuple remembered = Tuple.of(hashes, forgetting.at().atOffset(ZoneOffset.UTC), forgetting.erasureId());
        return transaction
                .preparedQuery(REMEMBER)
                .execute(remembered)
                .chain(() -> transaction.preparedQuery(FORGET_HELD).execute(Tuple.of(hashes)))
                .flatMap(held -> transaction
                        .preparedQuery(FORGET)
                        .execute(Tuple.of(hashes))
                        .map(rows -> rows.iterator().next())
                        .map((Row row) -> new Forgotten(row.getLong(0), held.rowCount())));
    }
}
