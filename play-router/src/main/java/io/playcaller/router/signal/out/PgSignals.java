package io.playcaller.router.signal.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.routing.Waits;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalStatus;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.PathStep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger of signals: per episode its newest transition, what became of it, and why. */
@ApplicationScoped
public class PgSignals {

    static final String COLUMNS = "select body::text, status, task_id, path::text, waits_on, look_at from signal ";

    private static final String OPEN_OF_ACCOUNTS =
            COLUMNS + "where (open and account_id = any($1)) or episode_id = any($2) order by episode_id";

    private static final String TRIAGE = COLUMNS + """
            where status = 'TRIAGE' and open
              and ($2::numeric is null or (-value_at_risk, episode_id) > (-$2, $3::uuid))
            order by value_at_risk desc nulls last, episode_id limit $1""";

    private static final String OF_TASK = COLUMNS + "where task_id = $1 order by changed_at";

    private static final String ONE = COLUMNS + "where episode_id = $1";

    private static final String UPSERT = """
            insert into signal (episode_id, account_id, transition, open, status, task_id, value_at_risk, body, path,
                                changed_at, waits_on, look_at, status_since)
            select episode_id, account_id, transition, open, status, task_id, value_at_risk, body::jsonb, path::jsonb, $10,
                   waits_on, look_at, $10
            from unnest($1::uuid[], $2::text[], $3::int[], $4::boolean[], $5::text[], $6::uuid[], $7::numeric[],
                        $8::text[], $9::text[], $11::text[], $12::timestamptz[])
                as t (episode_id, account_id, transition, open, status, task_id, value_at_risk, body, path, waits_on,
                      look_at)
            order by episode_id
            on conflict (episode_id) do update set
                transition = excluded.transition, open = excluded.open, status = excluded.status,
                task_id = excluded.task_id, value_at_risk = excluded.value_at_risk, body = excluded.body,
                path = excluded.path, changed_at = excluded.changed_at, waits_on = excluded.waits_on,
                look_at = excluded.look_at,
                status_since = case when signal.open and signal.status = excluded.status
                                    then signal.status_since else excluded.status_since end""";

    private final Pool pool;

    PgSignals(Pool pool) {
        this.pool = pool;
    }

    /** Open signals of these accounts, and these episodes in whatever state. */
    public Uni<List<KnownSignal>> openOf(Transaction tx, Collection<String> accounts, Collection<UUID> episodes) {
        return tx.connection()
                .preparedQuery(OPEN_OF_ACCOUNTS)
                .execute(Tuple.of(accounts.toArray(String[]::new), episodes.toArray(UUID[]::new)))
                .map(PgSignals::signals);
    }

    /** Where a signal stands in triage: by value at risk, then id. */
    public record Position(BigDecimal value, UUID episodeId) {

        public static Position of(KnownSignal known) {
            return new Position(Columns.major(known.signal().valueAtRisk()), known.episodeId());
        }
    }

    /**
     * What waits for a lead, by value at risk.
     *
     * @param after the last of the page before; null for the first page
     */
    public Uni<List<KnownSignal>> triage(@Nullable Position after, int limit) {
        Tuple parameters = Tuple.tuple()
                .addInteger(limit)
                .addBigDecimal(after == null ? null : after.value())
                .addUUID(after == null ? null : after.episodeId());
        return pool.preparedQuery(TRIAGE).execute(parameters).map(PgSignals::signals);
    }

    /** The most valuable that wait for a lead. */
    public Uni<List<SignalChanged>> triage(Transaction tx, int atMost) {
        return tx.connection()
                .preparedQuery(TRIAGE)
                .execute(Tuple.of(atMost, null, null))
                .map(rows -> signals(rows).stream().map(KnownSignal::signal).toList());
    }

    public Uni<List<KnownSignal>> ofTask(UUID taskId) {
        return pool.preparedQuery(OF_TASK).execute(Tuple.of(taskId)).map(PgSignals::signals);
    }

    public Uni<Optional<KnownSignal>> find(UUID episodeId) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(episodeId))
                .map(rows -> signals(rows).stream().findFirst());
    }

    public Uni<Void> upsert(Transaction tx, Collection<KnownSignal> signals) {
        if (signals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(Columns.of(signals, KnownSignal::episodeId, UUID[]::new))
                .addArrayOfString(Columns.of(signals, known -> known.signal().accountId(), String[]::new))
                .addArrayOfInteger(Columns.of(signals, known -> known.signal().transition(), Integer[]::new))
                .addArrayOfBoolean(Columns.of(signals, KnownSignal::isOpen, Boolean[]::new))
                .addArrayOfString(Columns.of(signals, known -> known.status().name(), String[]::new))
                .addArrayOfUUID(Columns.of(signals, KnownSignal::taskId, UUID[]::new))
                .addValue(Columns.of(
                        signals, known -> Columns.major(known.signal().valueAtRisk()), BigDecimal[]::new))
                .addArrayOfString(Columns.of(signals, known -> Columns.json(known.signal()), String[]::new))
                .addArrayOfString(Columns.of(signals, known -> Columns.json(known.path()), String[]::new))
                .addOffsetDateTime(utc(tx.now()))
                .addArrayOfString(Columns.of(signals, PgSignals::waitsOn, String[]::new))
                .addArrayOfOffsetDateTime(Columns.of(signals, PgSignals::lookAt, OffsetDateTime[]::new));
        return tx.connection().preparedQuery(UPSERT).execute(rows).replaceWithVoid();
    }

    private static @Nullable String waitsOn(KnownSignal known) {
        return known.waits() == null ? null : known.waits().on();
    }

    private static @Nullable OffsetDateTime lookAt(KnownSignal known) {
        Instant until = known.waits() == null ? null : known.waits().until();
        return until == null ? null : utc(until);
    }

    static List<KnownSignal> signals(RowSet<Row> rows) {
        List<KnownSignal> signals = new ArrayList<>();
        rows.forEach(row -> signals.add(new KnownSignal(
                Columns.read(row.getString(0), SignalChanged.class),
                SignalStatus.valueOf(row.getString(1)),
                row.getUUID(2),
                List.of(Columns.read(row.getString(3), PathStep[].class)),
                waits(row))));
        return signals;
    }

    private static @Nullable Waits waits(Row row) {
        String on = row.getString(4);
        OffsetDateTime lookAt = row.getOffsetDateTime(5);
        return on == null ? null : new Waits(on, lookAt == null ? null : lookAt.toInstant());
    }
}
