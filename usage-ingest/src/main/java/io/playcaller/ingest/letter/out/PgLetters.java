package io.playcaller.ingest.letter.out;

import io.playcaller.ingest.letter.Attempt;
import io.playcaller.ingest.letter.Letter;
import io.playcaller.ingest.letter.LetterFilter;
import io.playcaller.ingest.letter.LetterHead;
import io.playcaller.ingest.letter.NewLetter;
import io.playcaller.ingest.letter.Position;
import io.playcaller.ingest.letter.app.Letters;
import io.playcaller.ingest.postgres.out.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Letters come in, and people are forgotten ({@link ForgottenLetters}), one after the other. */
@ApplicationScoped
class PgLetters implements Letters {

    private static final String LOCK_TO_STORE = "lock table dead_letter in row exclusive mode";

    private static final String STORE = """
            insert into dead_letter (letter_id, place, source, reason, detail, account_id, received_at, written_at,
                                     replayable, content, persons, state)
            select letter_id, place, source, reason, case when not forgotten then detail end, account_id, received_at,
                   written_at, replayable and not forgotten, case when not forgotten then content end,
                   case when forgotten then '{}' else persons end, case when forgotten then 'ERASED' else 'WAITING' end
            from (
              select fresh.*, exists (
                       select from letter_erasure erasure
                       where erasure.person_hash = any(fresh.persons)
                         and erasure.forgotten_at >= least(fresh.received_at, fresh.written_at))
                     as forgotten
              from (
                select letter_id, place, source, reason, detail, account_id, received_at, written_at, replayable,
                       content, string_to_array(persons, ',') as persons
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                            $7::timestamptz[], $8::timestamptz[], $9::boolean[], $10::text[], $11::text[])
                  as read (letter_id, place, source, reason, detail, account_id, received_at, written_at,
                           replayable, content, persons)) fresh) judged
            order by letter_id
            on conflict do nothing
            """;

    private static final String ATTEMPTS = """
            select attempt, begun_at, begun_by, correction, became, reason, detail
            from letter_replay where letter_id = $1 order by attempt
            """;

    private final Pool pool;

    PgLetters(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> store(List<NewLetter> letters) {
        if (letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.withTransaction(tx -> tx.query(LOCK_TO_STORE)
                .execute()
                .chain(() -> tx.preparedQuery(STORE).execute(columns(letters)))
                .replaceWithVoid());
    }

    private static Tuple columns(List<NewLetter> letters) {
        return Tuple.from(new Object[] {
            texts(letters, letter -> letter.head().letterId()),
            texts(letters, letter -> letter.head().place().name()),
            texts(letters, letter -> letter.head().source()),
            texts(letters, letter -> letter.head().reason()),
            texts(letters, letter -> letter.head().detail()),
            texts(letters, letter -> letter.head().accountId()),
            times(letters, letter -> letter.head().receivedAt()),
            times(letters, letter -> letter.head().writtenAt()),
            letters.stream().map(NewLetter::replayable).toArray(Boolean[]::new),
            texts(letters, NewLetter::json),
            texts(letters, letter -> String.join(",", letter.persons()))
        });
    }

    private static String[] texts(List<NewLetter> letters, Function<NewLetter, @Nullable String> column) {
        return letters.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<NewLetter> letters, Function<NewLetter, Instant> column) {
        return letters.stream()
                .map(letter -> column.apply(letter).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    @Override
    public Uni<List<LetterHead>> newest(LetterFilter filter, @Nullable Position after, int limit) {
        LetterConditions conditions = new LetterConditions(filter).past("<", after);
        return read(LetterRows.HEAD, conditions, "order by received_at desc, letter_id desc", limit)
                .map(rows -> Rows.all(rows, LetterRows::head));
    }

    @Override
    public Uni<List<Letter>> oldest(LetterFilter filter, @Nullable Position after, int limit) {
        LetterConditions conditions = new LetterConditions(filter).past(">", after);
        return read(LetterRows.WHOLE, conditions, "order by received_at, letter_id", limit)
                .map(rows -> Rows.all(rows, row -> LetterRows.letter(row, List.of())));
    }

    private Uni<RowSet<Row>> read(String columns, LetterConditions conditions, String order, int limit) {
        return pool.preparedQuery("select %s from dead_letter where %s %s limit %d"
                        .formatted(columns, conditions.sql(), order, limit))
                .execute(conditions.parameters());
    }

    @Override
    public Uni<Optional<Letter>> find(String letterId) {
        return pool.preparedQuery(ATTEMPTS)
                .execute(Tuple.of(letterId))
                .map(rows -> Rows.all(rows, LetterRows::attempt))
                .flatMap(attempts -> find(letterId, attempts));
    }

    private Uni<Optional<Letter>> find(String letterId, List<Attempt> attempts) {
        return pool.preparedQuery("select " + LetterRows.WHOLE + " from dead_letter where letter_id = $1")
                .execute(Tuple.of(letterId))
                .map(rows -> Rows.all(rows, row -> LetterRows.letter(row, attempts)).stream()
                        .findFirst());
    }

    @Override
    public Uni<List<Count>> count(LetterFilter filter) {
        LetterConditions conditions = new LetterConditions(filter);
        return pool.preparedQuery(
                        "select reason, replayable, count(*) from dead_letter where %s group by 1, 2 order by 1, 2"
                                .formatted(conditions.sql()))
                .execute(conditions.parameters())
                .map(rows -> Rows.all(rows, row -> new Count(row.getString(0), row.getBoolean(1), row.getLong(2))));
    }
}
