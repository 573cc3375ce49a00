package io.playcaller.health.judgement.out;

import io.playcaller.health.judgement.OverrideTerms;
import io.playcaller.health.judgement.OverrideView;
import io.playcaller.health.judgement.OverrideView.WordsErased;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code judged_account} and {@code score_override}. */
final class OverrideRows {

    private static final String SELECT = """
            select override_id, account_id, measure, points, because, author, set_at, until, ended, ended_at, ended_by,
                   words_erased_at, words_erased_by
              from score_override\s""";

    private OverrideRows() {}

    /** The partition of the account's facts; empty when nothing was ever heard of it. */
    static Uni<Optional<Integer>> partition(SqlClient client, String accountId) {
        String sql = """
                select partition from account_state where account_id = $1
                union all
                select partition from quarantine where account_id = $1
                limit 1
                """;
        return client.preparedQuery(sql)
                .execute(Tuple.of(accountId))
                .map(rows -> first(rows).map(row -> row.getInteger("partition")));
    }

    /** Waits for whoever else says something of the account; answers a time after theirs. */
    static Uni<Instant> turn(SqlClient transaction, String accountId, Instant now) {
        String sql = """
                insert into judged_account (account_id, said_at) values ($1, $2)
                on conflict (account_id) do update
                   set said_at = greatest(excluded.said_at, judged_account.said_at + interval '1 millisecond')
                returning said_at
                """;
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(accountId, utc(now)))
                .map(rows -> time(rows.iterator().next(), "said_at"));
    }

    static OverrideView fresh(UUID id, String accountId, OverrideTerms terms, String staffId, Instant at) {
        return new OverrideView(
                id,
                accountId,
                terms.measure(),
                terms.points(),
                terms.because(),
                staffId,
                at,
                terms.until(),
                OverrideView.IN_FORCE,
                null,
                null,
                null);
    }

    static OverrideView cleared(OverrideView override, Instant at, String staffId) {
        return new OverrideView(
                override.overrideId(),
                override.accountId(),
                override.measure(),
                override.points(),
                override.because(),
                override.author(),
                override.setAt(),
                override.until(),
                OverrideView.CLEARED,
                at,
                staffId,
                override.wordsErased());
    }

    /** Ends what {@code next} takes the place of. */
    static Uni<Void> replace(SqlClient transaction, OverrideView next) {
        String sql = """
                update score_override
                   set ended = 'replaced', ended_at = $3, ended_by = $4
                 where account_id = $1 and measure is not distinct from $2 and ended is null and until > $3
                """;
        Tuple arguments =
                Tuple.from(new @Nullable Object[] {next.accountId(), next.measure(), utc(next.setAt()), next.author()});
        return transaction.preparedQuery(sql).execute(arguments).replaceWithVoid();
    }

    static Uni<Void> insert(SqlClient transaction, OverrideView override) {
        String sql = """
                insert into score_override (override_id, account_id, measure, points, because, author, set_at, until)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                """;
        Tuple arguments = Tuple.from(new @Nullable Object[] {
            override.overrideId(),
            override.accountId(),
            override.measure(),
            (int) override.points(),
            override.because(),
            override.author(),
            utc(override.setAt()),
            utc(override.until())
        });
        return transaction.preparedQuery(sql).execute(arguments).replaceWithVoid();
    }

    static Uni<Void> end(SqlClient transaction, OverrideView cleared) {
        String sql = """
                update score_override set ended = 'cleared', ended_at = $2, ended_by = $3 where override_id = $1
                """;
        Tuple arguments = Tuple.from(new @Nullable Object[] {
            cleared.overrideId(), cleared.endedAt() == null ? null : utc(cleared.endedAt()), cleared.endedBy()
        });
        return transaction.preparedQuery(sql).execute(arguments).replaceWithVoid();
    }

    /** The first who asks is kept. */
    static Uni<Void> forgetWords(SqlClient client, String accountId, UUID overrideId, String staffId, Instant now) {
        String sql = """
                update score_override set because = null, words_erased_at = $3, words_erased_by = $4
                 where account_id = $1 and override_id = $2 and because is not null
                """;
        return client.preparedQuery(sql)
                .execute(Tuple.of(accountId, overrideId, utc(now), staffId))
                .replaceWithVoid();
    }

    static Uni<Optional<OverrideView>> find(SqlClient client, String accountId, UUID overrideId, Instant now) {
        String sql = SELECT + "where account_id = $1 and override_id = $2";
        return client.preparedQuery(sql)
                .execute(Tuple.of(accountId, overrideId))
                .map(rows -> first(rows).map(row -> view(row, now)));
    }

    static Uni<List<OverrideView>> list(SqlClient client, String accountId, int limit, Instant now) {
        String sql = SELECT + "where account_id = $1 order by set_at desc, override_id limit $2";
        return client.preparedQuery(sql).execute(Tuple.of(accountId, limit)).map(rows -> views(rows, now));
    }

    /** Reads all that is in force, which is little: an override lasts for 90 days at most. */
    static Uni<List<OverrideView>> inForceBy(SqlClient client, Collection<String> authors, int limit, Instant now) {
        String sql = SELECT + """
                where author = any($1) and ended is null and until > $2 order by account_id, set_at limit $3
                """;
        return client.preparedQuery(sql)
                .execute(Tuple.of(authors.toArray(String[]::new), utc(now), limit))
                .map(rows -> views(rows, now));
    }

    private static List<OverrideView> views(RowSet<Row> rows, Instant now) {
        List<OverrideView> found = new ArrayList<>();
        rows.forEach(row -> found.add(view(row, now)));
        return found;
    }

    private static OverrideView view(Row row, Instant now) {
        String ended = row.getString("ended");
        Instant until = time(row, "until");
        String standing = until.isAfter(now) ? OverrideView.IN_FORCE : OverrideView.EXPIRED;
        return new OverrideView(
                row.getUUID("override_id"),
                row.getString("account_id"),
                row.getString("measure"),
                row.getInteger("points"),
                row.getString("because"),
                row.getString("author"),
                time(row, "set_at"),
                until,
                ended == null ? standing : ended,
                ended == null ? null : time(row, "ended_at"),
                row.getString("ended_by"),
                wordsErased(row));
    }

    private static @Nullable WordsErased wordsErased(Row row) {
        String by = row.getString("words_erased_by");
        return by == null ? null : new WordsErased(time(row, "words_erased_at"), by);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next());
    }

    private static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
