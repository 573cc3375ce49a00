package io.playcaller.router.run.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.play.PastRun;
import io.playcaller.router.run.PlayRun;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.run.RunEnd;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs of plays: those that have a course as they stand, of all others when they began and ended. */
@ApplicationScoped
public class PgRuns {

    private static final String UPSERT = """
            insert into play_run (play_run_id, play, account_id, episode_id, reason, started_at, ended_at, outcome, closing, body,
                                  holdout_percent, start_score)
            select id, run.play, run.account_id, run.episode_id, run.reason, run.started_at, run.ended_at, run.outcome,
                   run.closing, run.body::jsonb, run.holdout_percent, account.score
            from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[], $7::timestamptz[],
                        $8::text[], $9::text[], $10::text[], $11::int[])
                as run (id, play, account_id, episode_id, reason, started_at, ended_at, outcome, closing, body,
                        holdout_percent)
            left join account on account.account_id = run.account_id
            order by id
            on conflict (play_run_id) do update set ended_at = excluded.ended_at, outcome = excluded.outcome,
                closing = excluded.closing, body = excluded.body""";

    private static final String OPEN = """
            select body::text from play_run
            where play_run_id = any($1) and body is not null and ended_at is null order by play_run_id""";

    private static final String ONE = "select body::text from play_run where play_run_id = $1 and body is not null";

    private static final String OVERTAKEN = """
            select older.play_run_id from play_run older join play_run newer using (episode_id)
            where older.play_run_id = any($1) and newer.play_run_id <> older.play_run_id
              and newer.started_at > older.started_at and newer.arm = 'treated'""";

    /** Without the open ones that accounts are held out of. */
    private static final String PAST = """
            select account_id, play, started_at, ended_at from play_run
            where account_id = any($1) and play = any($2) and (ended_at > $3 or (ended_at is null and arm = 'treated'))""";

    /** Longer than any limit of a frequency looks back. */
    private static final Duration REMEMBERED = Duration.ofDays(2_000);

    private final Pool pool;

    PgRuns(Pool pool) {
        this.pool = pool;
    }

    /** Writes runs as they stand, the last change of each. */
    public Uni<Void> write(Transaction tx, Collection<RunChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, PlayRun> last = new HashMap<>();
        changes.forEach(change -> last.put(change.after().playRunId(), change.after()));
        Collection<PlayRun> runs = last.values();
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(Columns.of(runs, PlayRun::playRunId, UUID[]::new))
                .addArrayOfString(Columns.of(runs, run -> run.play().key(), String[]::new))
                .addArrayOfString(Columns.of(runs, PlayRun::accountId, String[]::new))
                .addArrayOfUUID(Columns.of(runs, PlayRun::episodeId, UUID[]::new))
                .addArrayOfString(Columns.of(runs, run -> run.reason().code(), String[]::new))
                .addArrayOfOffsetDateTime(Columns.of(runs, run -> utc(run.startedAt()), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(Columns.of(runs, PgRuns::endedAt, OffsetDateTime[]::new))
                .addArrayOfString(Columns.of(runs, PgRuns::outcome, String[]::new))
                .addArrayOfString(Columns.of(runs, PgRuns::closing, String[]::new))
                .addArrayOfString(Columns.of(runs, Columns::json, String[]::new))
                .addArrayOfInteger(Columns.of(runs, PlayRun::holdoutPercent, Integer[]::new));
        return tx.connection().preparedQuery(UPSERT).execute(rows).replaceWithVoid();
    }

    private static @Nullable OffsetDateTime endedAt(PlayRun run) {
        RunEnd end = run.end();
        return end == null ? null : utc(end.at());
    }

    private static @Nullable String outcome(PlayRun run) {
        RunEnd end = run.end();
        return end == null ? null : end.outcome().name();
    }

    private static @Nullable String closing(PlayRun run) {
        RunEnd end = run.end();
        return end == null || end.closing() == null ? null : end.closing().wire();
    }

    /** Those of these runs that have a course and are open. */
    public Uni<List<PlayRun>> open(Transaction tx, Collection<UUID> runs) {
        return tx.connection()
                .preparedQuery(OPEN)
                .execute(Tuple.of((Object) runs.toArray(UUID[]::new)))
                .map(rows -> {
                    List<PlayRun> found = new ArrayList<>();
                    rows.forEach(row -> found.add(Columns.read(row.getString(0), PlayRun.class)));
                    return found;
                });
    }

    /** A run that has a course, open or not. */
    public Uni<Optional<PlayRun>> find(UUID run) {
        return pool.preparedQuery(ONE).execute(Tuple.of(run)).map(rows -> {
            List<PlayRun> found = new ArrayList<>();
            rows.forEach(row -> found.add(Columns.read(row.getString(0), PlayRun.class)));
            return found.stream().findFirst();
        });
    }

    /** Those of these runs whose signal has started another one since; nobody stops for one that is held out. */
    public Uni<Set<UUID>> overtaken(Transaction tx, Collection<UUID> runs) {
        return tx.connection()
                .preparedQuery(OVERTAKEN)
                .execute(Tuple.of((Object) runs.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> found = new HashSet<>();
                    rows.forEach(row -> found.add(row.getUUID(0)));
                    return found;
                });
    }

    /** What ran of these plays on these accounts in either arm, by account; not what they are held out of now. */
    public Uni<Map<String, List<PastRun>>> past(Transaction tx, Collection<String> accounts, Collection<String> plays) {
        Tuple parameters = Tuple.of(
                accounts.toArray(String[]::new),
                plays.toArray(String[]::new),
                utc(tx.now().minus(REMEMBERED)));
        return tx.connection().preparedQuery(PAST).execute(parameters).map(rows -> {
            Map<String, List<PastRun>> found = new HashMap<>();
            rows.forEach(row -> found.computeIfAbsent(row.getString(0), any -> new ArrayList<>())
                    .add(new PastRun(
                            row.getString(1), instant(row.getOffsetDateTime(2)), orNull(row.getOffsetDateTime(3)))));
            return found;
        });
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }

    private static @Nullable Instant orNull(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
