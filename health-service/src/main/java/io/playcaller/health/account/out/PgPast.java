package io.playcaller.health.account.out;

import io.playcaller.health.account.PastChange;
import io.playcaller.health.account.PastHealth;
import io.playcaller.health.account.Seen;
import io.playcaller.health.account.app.PastViews;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link PastViews} in PostgreSQL: one statement, so that all of an answer is of one moment. */
@ApplicationScoped
class PgPast implements PastViews {

    private static final int LEARNED_LATER = 100;

    /**
     * $2 is asOf, $3 knownAt; each may be null. Newest by the order of announcement, which is that of the log's time: a
     * later announcement counts all that an earlier one did.
     */
    private static final String PAST = """
            with known as not materialized (
                select rev, valid_from, known_at, score, previous_score, grade, previous_grade, confidence,
                       said, contributions::text as contributions, dimensions::text as dimensions, model_version, computed,
                       $2::timestamptz is not null and known_at > $2 as later
                  from health_history
                 where account_id = $1
                   and ($2::timestamptz is null or valid_from <= $2)
                   and ($3::timestamptz is null or known_at <= $3)
            )
            select a.account_id,
                   (select min(greatest(valid_from, known_at)) from health_history
                     where account_id = $1 and ($3::timestamptz is null or known_at <= $3)) as begins,
                   coalesce((select least($2, $3) < coalesce(thinning_to, thinned_to) from history_sweep), false)
                       as thinned,
                   k.*
              from account_listed a
              left join lateral (
                  (select * from known where not later order by rev desc limit 1)
                  union all
                  (select * from known where later order by rev desc limit $4::int)
              ) k on true
             where a.account_id = $1
             order by k.later, k.rev desc
            """;

    private final Pool pool;

    PgPast(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<PastHealth>> past(String accountId, Seen seen) {
        Tuple arguments =
                Tuple.from(new @Nullable Object[] {accountId, time(seen.asOf()), time(seen.knownAt()), LEARNED_LATER});
        return pool.preparedQuery(PAST).execute(arguments).map(rows -> answer(accountId, rows));
    }

    private static Optional<PastHealth> answer(String accountId, RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            return Optional.empty();
        }
        PastChange change = null;
        Instant begins = null;
        boolean thinned = false;
        List<PastChange> later = new ArrayList<>();
        for (Row row : rows) {
            begins = AccountRows.instant(row, "begins");
            thinned = row.getBoolean("thinned");
            if (row.getLong("rev") == null) {
                continue;
            }
            if (row.getBoolean("later")) {
                later.add(AccountRows.change(row));
            } else {
                change = AccountRows.change(row);
            }
        }
        return Optional.of(new PastHealth(accountId, change, later, thinned, begins));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
