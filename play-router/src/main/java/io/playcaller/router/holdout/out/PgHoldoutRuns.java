package io.playcaller.router.holdout.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs that accounts are held out of. Who changes one holds its row, and beside it the lane of its account, or nothing else. */
@ApplicationScoped
public class PgHoldoutRuns {

    private static final String COLUMNS = """
            select play_run_id, play, account_id, episode_id, reason, started_at, give_up_at, open_episodes::text,
                   holdout_percent
            from play_run
            """;

    private static final String LOCK_OPEN = COLUMNS + """
            where account_id = any($1) and arm = 'holdout' and ended_at is null
            order by play_run_id for update""";

    private static final String ANY_OVER = """
            select 1 from play_run
            where arm = 'holdout' and ended_at is null and give_up_at <= (select playcaller_now())
            order by give_up_at limit 1""";

    private static final String CLAIM_OVER = COLUMNS + """
            where arm = 'holdout' and ended_at is null and give_up_at <= $2
            order by give_up_at limit $1 for update skip locked""";

    private static final String POSTPONE_EARLIEST = """
            update play_run set give_up_at = $1::timestamptz + interval '1 minute'
            where play_run_id in (select play_run_id from play_run
                                  where arm = 'holdout' and ended_at is null and give_up_at <= $1
                                  order by give_up_at limit 1 for update skip locked)
            returning play_run_id""";

    private static final String UPSERT = """
            insert into play_run (play_run_id, play, account_id, episode_id, reason, started_at, arm, give_up_at,
                                  open_episodes, ended_at, outcome, holdout_percent, start_score)
            select id, run.play, run.account_id, run.episode_id, run.reason, run.started_at, 'holdout', run.give_up_at,
                   run.open_episodes::jsonb, run.ended_at, run.outcome, run.holdout_percent, account.score
            from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[], $7::timestamptz[],
                        $8::text[], $9::timestamptz[], $10::text[], $11::int[])
                as run (id, play, account_id, episode_id, reason, started_at, give_up_at, open_episodes, ended_at, outcome,
                        holdout_percent)
            left join account on account.account_id = run.account_id
            order by id
            on conflict (play_run_id) do update set
                open_episodes = excluded.open_episodes, ended_at = excluded.ended_at, outcome = excluded.outcome""";

    private final Pool pool;

    PgHoldoutRuns(Pool pool) {
        this.pool = pool;
    }

    /** Locks the open runs of these accounts, whose lanes the transaction holds. */
    public Uni<List<HoldoutRun>> lockOpen(Transaction tx, Collection<String> accounts) {
        return accounts.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tx.connection()
                        .preparedQuery(LOCK_OPEN)
                        .execute(Tuple.of((Object) accounts.toArray(String[]::new)))
                        .map(PgHoldoutRuns::runs);
    }

    /** Whether it is worth a transaction to claim. */
    public Uni<Boolean> anyOver() {
        return pool.query(ANY_OVER).execute().map(rows -> rows.iterator().hasNext());
    }

    /** Locks those whose play gives up; those that somebody works on are left to the next round. */
    public Uni<List<HoldoutRun>> claimOver(Transaction tx, int atMost) {
        return tx.connection()
                .preparedQuery(CLAIM_OVER)
                .execute(Tuple.of(atMost, utc(tx.now())))
                .map(PgHoldoutRuns::runs);
    }

    /** The play of the one that {@link #claimOver} would give first gives up a minute from now; answers which, unless there is none. */
    public Uni<Optional<UUID>> postponeEarliest(Transaction tx) {
        return tx.connection()
                .preparedQuery(POSTPONE_EARLIEST)
                .execute(Tuple.of(utc(tx.now())))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getUUID(0)));
    }

    /** Writes runs as they stand, each once. */
    public Uni<Void> upsert(Transaction tx, Collection<HoldoutRun> runs) {
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(Columns.of(runs, HoldoutRun::playRunId, UUID[]::new))
                .addArrayOfString(Columns.of(runs, HoldoutRun::play, String[]::new))
                .addArrayOfString(Columns.of(runs, HoldoutRun::accountId, String[]::new))
                .addArrayOfUUID(Columns.of(runs, HoldoutRun::episodeId, UUID[]::new))
                .addArrayOfString(Columns.of(runs, run -> run.reason().code(), String[]::new))
                .addArrayOfOffsetDateTime(Columns.of(runs, run -> utc(run.startedAt()), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(Columns.of(runs, run -> orNull(run.giveUpAt()), OffsetDateTime[]::new))
                .addArrayOfString(Columns.of(runs, run -> Columns.json(run.openEpisodes()), String[]::new))
                .addArrayOfOffsetDateTime(Columns.of(runs, run -> orNull(run.endedAt()), OffsetDateTime[]::new))
                .addArrayOfString(Columns.of(runs, run -> name(run.outcome()), String[]::new))
                .addArrayOfInteger(Columns.of(runs, HoldoutRun::holdoutPercent, Integer[]::new));
        return tx.connection().preparedQuery(UPSERT).execute(rows).replaceWithVoid();
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    private static @Nullable String name(@Nullable PlayOutcome outcome) {
        return outcome == null ? null : outcome.name();
    }

    private static List<HoldoutRun> runs(RowSet<Row> rows) {
        List<HoldoutRun> runs = new ArrayList<>();
        rows.forEach(row -> runs.add(run(row)));
        return runs;
    }

    private static HoldoutRun run(Row row) {
        OffsetDateTime giveUpAt = row.getOffsetDateTime(6);
        return new HoldoutRun(
                row.getUUID(0),
                row.getString(1),
                row.getString(2),
                row.getUUID(3),
                Reason.ofCode(row.getString(4)).orElse(Reason.UNKNOWN),
                row.getOffsetDateTime(5).toInstant(),
                giveUpAt == null ? null : giveUpAt.toInstant(),
                Set.of(Columns.read(row.getString(7), UUID[].class)),
                null,
                null,
                row.getInteger(8));
    }
}
