package io.playcaller.forecast.ledger.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.engine.ledger.MissingRate;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.ledger.Restatement;
import io.playcaller.forecast.ledger.Retention;
import io.playcaller.forecast.ledger.RetentionQuestion;
import io.playcaller.forecast.ledger.app.ClosedPeriods;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code closed_period}, {@code restatement} and {@code ledger_day}. */
@ApplicationScoped
public class PgClosedPeriods implements ClosedPeriods {

    /** What is kept of a restatement. */
    private record Change(Retention before, Retention after) {}

    private static final String DAYS = "select since, looked_on from ledger_day";
    private static final String LOOKED = "update ledger_day set looked_on = $1 where looked_on < $1";

    private static final String FIND = """
            select closed_at, body from closed_period where from_day = $1 and until_day = $2 and definition = $3""";

    private static final String NEWEST = """
            select body from restatement
            where from_day = $1 and until_day = $2 and definition = $3
            order by found_on desc
            limit 1""";

    private static final String CLOSE = """
            insert into closed_period (from_day, until_day, definition, closed_at, body)
            select $1, $2, definition, playcaller_now(), body
            from unnest($3::text[], $4::text[]) as said (definition, body)
            on conflict do nothing""";

    private static final String RESTATE = """
            insert into restatement (from_day, until_day, definition, found_on, found_at, body)
            values ($1, $2, $3, $4, playcaller_now(), $5)
            on conflict do nothing""";

    private static final String RESTATEMENTS = """
            select definition, found_on, found_at, body from restatement
            where $1::date is null or (found_on, from_day, definition) < ($1, $2, $3)
            order by found_on desc, from_day desc, definition desc
            limit $4""";

    private final Pool pool;

    PgClosedPeriods(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Days> days() {
        return pool.query(DAYS).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Days(row.getLocalDate("since"), row.getLocalDate("looked_on"));
        });
    }

    @Override
    public Uni<Void> looked(LocalDate today) {
        return pool.preparedQuery(LOOKED).execute(Tuple.of(today)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Retention>> find(RetentionQuestion question) {
        return pool.preparedQuery(FIND)
                .execute(place(question))
                .map(rows -> first(rows)
                        .map(row -> read(row, Retention.class)
                                .closed(row.getOffsetDateTime("closed_at").toInstant())));
    }

    @Override
    public Uni<Optional<Retention>> newest(RetentionQuestion question) {
        return pool.preparedQuery(NEWEST).execute(place(question)).chain(rows -> {
            Optional<Row> row = first(rows);
            return row.isPresent()
                    ? Uni.createFrom()
                            .item(Optional.of(read(row.get(), Change.class).after()))
                    : find(question);
        });
    }

    @Override
    public Uni<Void> close(List<RetentionQuestion> questions, List<Retention> answers) {
        if (questions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Period period = questions.get(0).period();
        Tuple columns = Tuple.wrap(new Object[] {
            period.from(),
            period.until(),
            questions.stream().map(RetentionQuestion::key).toArray(String[]::new),
            answers.stream().map(PgClosedPeriods::json).toArray(String[]::new)
        });
        return pool.preparedQuery(CLOSE).execute(columns).replaceWithVoid();
    }

    @Override
    public Uni<Void> restate(RetentionQuestion question, LocalDate foundOn, Retention before, Retention after) {
        Period period = question.period();
        Tuple change =
                Tuple.of(period.from(), period.until(), question.key(), foundOn, json(new Change(before, after)));
        return pool.preparedQuery(RESTATE).execute(change).replaceWithVoid();
    }

    @Override
    public Uni<List<Restatement>> restatements(@Nullable After after, int limit) {
        Tuple place = after == null
                ? Tuple.of(null, null, null, limit)
                : Tuple.of(after.foundOn(), after.from(), after.definition(), limit);
        return pool.preparedQuery(RESTATEMENTS).execute(place).map(rows -> {
            List<Restatement> restatements = new ArrayList<>();
            rows.forEach(row -> restatements.add(restatement(row)));
            return restatements;
        });
    }

    @Override
    public Uni<Void> missing(List<MissingRate> missing) {
        return MissingRateRows.replace(pool, missing);
    }

    private static Restatement restatement(Row row) {
        Change change = read(row, Change.class);
        return new Restatement(
                row.getString("definition"),
                row.getLocalDate("found_on"),
                row.getOffsetDateTime("found_at").toInstant(),
                change.before(),
                change.after());
    }

    private static Tuple place(RetentionQuestion question) {
        return Tuple.of(question.period().from(), question.period().until(), question.key());
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.iterator().hasNext() ? Optional.of(rows.iterator().next()) : Optional.empty();
    }

    private static <T extends Record> T read(Row row, Class<T> type) {
        return WireJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8), type);
    }

    private static String json(Record data) {
        return new String(WireJson.write(data), StandardCharsets.UTF_8);
    }
}
