package io.playcaller.ingest.clock.out;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.SourceBack;
import io.playcaller.contracts.fact.SourceQuiet;
import io.playcaller.ingest.backfill.BackfillRun;
import io.playcaller.ingest.backfill.out.BackfillRows;
import io.playcaller.ingest.clock.Beat;
import io.playcaller.ingest.clock.Doors;
import io.playcaller.ingest.clock.app.ClockTable;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.postgres.out.Rows;
import io.playcaller.ingest.source.health.JudgedSource;
import io.playcaller.ingest.source.health.out.PgSourceWatch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Awaits each statement: the clock has a thread of its own. The row of the clock is locked from the first to the last. */
@ApplicationScoped
class PgClockTable implements ClockTable {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String HOLD = """
            update log_clock
            set holder = $1, held_until = clock_timestamp() + make_interval(secs => $2)
            where holder = $1 or held_until < clock_timestamp()
            returning nullif(last_tick, '-infinity'), playcaller_now(), open_since
            """;

    /**
     * A jump of the business clock carries along the sources that were alive before it: heard within their quiet time, or not
     * called quiet by the clock that ticked until then ($1). What was learned of their weeks is forgotten: these weeks were
     * never lived through. Answers a row when there was a jump.
     */
    private static final String CARRY = """
            with jump as (
              update log_clock set offset_value = clock_offset.offset_value
              from clock_offset, log_clock before
              where log_clock.offset_value <> clock_offset.offset_value
              returning clock_offset.offset_value - before.offset_value as distance),
            heard as (
              update source set last_seen = last_seen + jump.distance
              from jump
              where last_seen + make_interval(secs => quiet_after_seconds) >= playcaller_now() - jump.distance),
            trusted as (
              update source set last_seen = playcaller_now()
              from jump
              where last_seen + make_interval(secs => quiet_after_seconds) < playcaller_now() - jump.distance
                and quiet_since is null and $1 > playcaller_now() - jump.distance - interval '1 minute'),
            hours as (delete from source_hour using jump),
            gaps as (delete from source_gap using jump)
            select 1 from jump
            """;

    private static final String NOTE_TICK = "update log_clock set last_tick = $1, open_since = $2";
    private static final String NOTE_QUIET = "update source set quiet_since = $2, quiet_cause = $3 where name = $1";
    private static final String NOTE_STARTED = "update backfill_run set start_announced = true where run_id = any($1)";
    private static final String NOTE_ENDED = "update backfill_run set end_announced = true where run_id = any($1)";

    private static final String RELEASE = "update log_clock set held_until = '-infinity' where holder = $1";

    private final Pool pool;
    private final PgSourceWatch watch;
    private final String log;
    private final double leaseSeconds;
    private final Duration outageGrace;
    private @Nullable Doors doors;

    PgClockTable(Pool pool, PgSourceWatch watch, TopicNames topics, IngestConfig config) {
        this.pool = pool;
        this.watch = watch;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
        this.leaseSeconds = config.tick().plus(config.clockGrace()).toMillis() / 1000.0;
        this.outageGrace = config.outageGrace();
    }

    @Override
    public Attempt beat(UUID holder, Consumer<Beat> say) {
        SqlConnection connection = await(pool.getConnection());
        try {
            Transaction transaction = await(connection.begin());
            try {
                Attempt attempt = beat(connection, holder, say);
                await(transaction.commit());
                return attempt;
            } catch (RuntimeException fault) {
                watch.forget();
                doors = null;
                await(transaction.rollback());
                throw fault;
            }
        } finally {
            await(connection.close());
        }
    }

    private Attempt beat(SqlConnection connection, UUID holder, Consumer<Beat> say) {
        RowSet<Row> held = execute(connection, HOLD, Tuple.of(holder, leaseSeconds));
        if (held.size() == 0) {
            watch.forget();
            doors = null;
            return Attempt.NOT_HOLDER;
        }
        Clock clock = Clock.of(held.iterator().next());
        boolean jumped = execute(connection, CARRY, Tuple.of(Rows.time(clock.lastTick())))
                        .size()
                > 0;
        if (jumped) {
            watch.forget();
        }
        Doors seen = jumped ? Doors.opened(clock.now()) : clock.doors(doors, outageGrace);
        return beat(connection, clock, seen, say);
    }

    private Attempt beat(SqlConnection connection, Clock clock, Doors seen, Consumer<Beat> say) {
        List<JudgedSource> judged = watch.judge(connection, clock.now(), seen.openSince());
        List<BackfillRun> runs = read(connection, BackfillRows.UNANNOUNCED, Tuple.of(log))
                .map(BackfillRows::run)
                .toList();
        Instant time = seen.time(clock.lastTick());
        Optional<Beat> beat = Beat.at(time, clock.lastTick(), judged, runs);
        if (beat.isEmpty()) {
            return Attempt.NOTHING_TO_SAY;
        }
        say.accept(beat.get());
        execute(connection, NOTE_TICK, Tuple.of(Rows.time(time), Rows.time(seen.openSince())));
        note(connection, beat.get());
        watch.note(connection, clock.now(), judged);
        doors = seen;
        return Attempt.SAID;
    }

    /**
     * What the clock's row says.
     *
     * @param lastTick null before the first
     * @param openSince since when the doors have been open, as it was noted last
     */
    private record Clock(
            Instant now,
            @Nullable Instant lastTick,
            @Nullable Instant openSince) {

        static Clock of(Row row) {
            return new Clock(
                    row.getOffsetDateTime(1).toInstant(),
                    Rows.instant(row.getOffsetDateTime(0)),
                    Rows.instant(row.getOffsetDateTime(2)));
        }

        Doors doors(@Nullable Doors before, Duration grace) {
            return Doors.at(now, lastTick, openSince, before, grace);
        }
    }

    /** Exactly what was said: since the runs were read, another may have ended. */
    private static void note(SqlConnection connection, Beat beat) {
        for (SourceBack back : beat.back()) {
            execute(connection, NOTE_QUIET, Tuple.of(back.source(), null, null));
        }
        for (SourceQuiet quiet : beat.quiet()) {
            String cause = quiet.cause() == null ? null : quiet.cause().name();
            execute(connection, NOTE_QUIET, Tuple.of(quiet.source(), Rows.time(quiet.since()), cause));
        }
        noteRuns(connection, NOTE_STARTED, beat.started().stream().map(BackfillStarted::runId));
        noteRuns(connection, NOTE_ENDED, beat.ended().stream().map(BackfillEnded::runId));
    }

    private static void noteRuns(SqlConnection connection, String sql, Stream<String> runs) {
        String[] ids = runs.toArray(String[]::new);
        if (ids.length > 0) {
            execute(connection, sql, Tuple.of(ids));
        }
    }

    @Override
    public void release(UUID holder) {
        await(pool.preparedQuery(RELEASE).execute(Tuple.of(holder)));
    }

    private static Stream<Row> read(SqlConnection connection, String sql, Tuple parameters) {
        return Rows.stream(execute(connection, sql, parameters));
    }

    private static RowSet<Row> execute(SqlConnection connection, String sql, Tuple parameters) {
        return await(connection.preparedQuery(sql).execute(parameters));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(LIMIT);
    }
}
