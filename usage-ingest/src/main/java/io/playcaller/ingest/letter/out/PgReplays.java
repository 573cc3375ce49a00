package io.playcaller.ingest.letter.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.letter.Became;
import io.playcaller.ingest.letter.Correction;
import io.playcaller.ingest.letter.app.Replays;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PgReplays implements Replays {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String BEGIN = """
            update dead_letter
            set state = 'REPLAYING', attempts = attempts + 1, replaying_since = $2::timestamptz, event_key = $3,
                persons = array(select distinct person from unnest(persons || $4::text[]) as person)
            where letter_id = $1
              and (state in ('WAITING', 'REFUSED')
                   or (state = 'REPLAYING' and replaying_since < $2::timestamptz - interval '1 minute'))
            returning attempts
            """;

    private static final String NOTE_BEGUN = """
            insert into letter_replay (letter_id, attempt, begun_at, begun_by, correction) values ($1, $2, $3, $4, $5)
            """;

    private static final String NOTE_ENDED = """
            update letter_replay
            set became = $3, reason = $4, detail = case when letter.state <> 'ERASED' then $5 end
            from dead_letter letter
            where letter_replay.letter_id = $1 and attempt = $2 and letter.letter_id = $1
            """;

    /** Where nothing was decided it waits as before. */
    private static final String END = """
            update dead_letter
            set replaying_since = null, event_key = null,
                state = case
                  when $3 = 'WAITING' and exists (
                    select from letter_replay earlier where earlier.letter_id = $1 and earlier.became = 'REFUSED')
                  then 'REFUSED' else $3 end
            where letter_id = $1 and attempts = $2 and state = 'REPLAYING'
            """;

    private final Pool pool;
    private final PgOutbox outbox;
    private final OutboxRelay relay;

    PgReplays(Pool pool, PgOutbox outbox, OutboxRelay relay) {
        this.pool = pool;
        this.outbox = outbox;
        this.relay = relay;
    }

    @Override
    public Uni<OptionalInt> begin(String letterId, Start start) {
        return oneAtATime(pool.withTransaction(tx -> begin(tx, letterId, start)));
    }

    @Override
    public Uni<Void> end(String letterId, int attempt, Became became) {
        return pool.withTransaction(tx -> end(tx, letterId, attempt, became));
    }

    @Override
    public Uni<OptionalInt> republish(String letterId, Start start, OutboxRecord record) {
        return oneAtATime(pool.withTransaction(tx -> begin(tx, letterId, start)
                        .flatMap(begun -> begun.isEmpty()
                                ? Uni.createFrom().item(begun)
                                : outbox.append(tx, List.of(record))
                                        .chain(() -> end(tx, letterId, begun.getAsInt(), Became.REPUBLISHED))
                                        .replaceWith(begun))))
                .invoke(begun -> relay.poke());
    }

    private static Uni<OptionalInt> begin(SqlConnection tx, String letterId, Start start) {
        Tuple mark = Tuple.of(
                letterId,
                start.at().atOffset(ZoneOffset.UTC),
                start.eventKey(),
                start.persons().toArray(String[]::new));
        return tx.preparedQuery(BEGIN).execute(mark).flatMap(rows -> {
            OptionalInt attempt = attempt(rows);
            return attempt.isEmpty()
                    ? Uni.createFrom().item(attempt)
                    : tx.preparedQuery(NOTE_BEGUN)
                            .execute(Tuple.of(
                                    letterId,
                                    attempt.getAsInt(),
                                    start.at().atOffset(ZoneOffset.UTC),
                                    start.by(),
                                    json(start.correction())))
                            .replaceWith(attempt);
        });
    }

    private static Uni<Void> end(SqlConnection tx, String letterId, int attempt, Became became) {
        String state = became.state().name();
        return tx.preparedQuery(NOTE_ENDED)
                .execute(Tuple.of(letterId, attempt, state, became.reason(), became.detail()))
                .chain(() -> tx.preparedQuery(END).execute(Tuple.of(letterId, attempt, state)))
                .replaceWithVoid();
    }

    private static OptionalInt attempt(RowSet<Row> rows) {
        return rows.size() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(rows.iterator().next().getInteger(0));
    }

    private static @Nullable String json(@Nullable Correction correction) {
        return correction == null ? null : new String(WireJson.write(correction), StandardCharsets.UTF_8);
    }

    /** Another letter of the same event is in work: the table says so by its index. */
    private static Uni<OptionalInt> oneAtATime(Uni<OptionalInt> begun) {
        return begun.onFailure(
                        fault -> fault instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState()))
                .recoverWithItem(OptionalInt.empty());
    }
}
