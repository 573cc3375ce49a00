package io.playcaller.router.outcome.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.Money;
import io.playcaller.router.outcome.Look;
import io.playcaller.router.outcome.RunStanding;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at accounts of runs: due, then told, each once by its primary key. A row of days after an end, which a version before wrote, is no
 * look any more.
 */
@ApplicationScoped
public class PgLooks {

    private static final String PLAN_ENDS = """
            insert into outcome_look (play_run_id, days, due_at)
            select * from unnest($1::uuid[], $2::int[], $3::timestamptz[])""";

    private static final String PLAN_BACK = """
            insert into outcome_look (play_run_id, days, due_at, since_start)
            select id, days, due_at, true
            from unnest($1::uuid[], $2::int[], $3::timestamptz[]) as look (id, days, due_at)
            on conflict do nothing""";

    private static final String ANY_DUE = """
            select 1 from outcome_look
            where told_at is null and (days = 0 or since_start) and due_at <= (select playcaller_now())
              and (retry_at is null or retry_at <= clock_timestamp())
            order by due_at limit 1""";

    /** Of a run the earliest that was not told: a reader that goes by revisions must not get a later one before it. */
    private static final String CLAIM = """
            select look.play_run_id, look.days, look.due_at from outcome_look as look
            where look.told_at is null and (look.days = 0 or look.since_start) and look.due_at <= $2
              and (look.retry_at is null or look.retry_at <= clock_timestamp())
              and not exists (select 1 from outcome_look as earlier
                              where earlier.play_run_id = look.play_run_id and earlier.days < look.days
                                and (earlier.days = 0 or earlier.since_start) and earlier.told_at is null)
            order by look.due_at, look.play_run_id limit $1
            for update of look skip locked""";

    private static final String TOLD = """
            update outcome_look as look set told_at = $1, score = found.score, grade = found.grade, stage = found.stage,
                arr_minor = found.arr_minor, arr_currency = found.arr_currency, open_risks = found.open_risks::jsonb,
                touched = found.touched, renewed = found.renewed, churned = found.churned,
                merged_into = found.merged_into
            from unnest($2::uuid[], $3::int[], $4::bigint[], $5::text[], $6::text[], $7::bigint[], $8::text[], $9::text[],
                        $10::boolean[], $11::boolean[], $12::boolean[], $13::text[])
                as found (id, days, score, grade, stage, arr_minor, arr_currency, open_risks, touched, renewed, churned,
                          merged_into)
            where look.play_run_id = found.id and look.days = found.days
              and look.since_start = (found.days > 0)""";

    private static final String POSTPONE = """
            update outcome_look as look set retry_at = clock_timestamp() + interval '1 minute'
            from unnest($1::uuid[], $2::int[]) as broken (id, days)
            where look.play_run_id = broken.id and look.days = broken.days
              and look.since_start = (broken.days > 0)""";

    private final Pool pool;

    PgLooks(Pool pool) {
        this.pool = pool;
    }

    /** What a look found. */
    public record Found(Look look, RunStanding standing) {}

    /** Writes the looks at ends; fails, and with it the transaction, when such a run ended before. */
    public Uni<Void> planEnds(Transaction tx, List<Look> ends) {
        return tx.connection().preparedQuery(PLAN_ENDS).execute(rows(ends)).replaceWithVoid();
    }

    /** Writes looks back that are to come; those that are known stay as they are. */
    public Uni<Void> planBack(Transaction tx, List<Look> back) {
        return tx.connection().preparedQuery(PLAN_BACK).execute(rows(back)).replaceWithVoid();
    }

    /** Whether it is worth a transaction to claim. */
    public Uni<Boolean> anyDue() {
        return pool.query(ANY_DUE).execute().map(rows -> rows.iterator().hasNext());
    }

    /** Locks the earliest that are due, one of a run; those that another replica works on are left to it. */
    public Uni<List<Look>> claim(Transaction tx, int atMost) {
        return tx.connection()
                .preparedQuery(CLAIM)
                .execute(Tuple.of(atMost, utc(tx.now())))
                .map(rows -> {
                    List<Look> due = new ArrayList<>();
                    rows.forEach(row -> due.add(new Look(
                            row.getUUID(0),
                            row.getInteger(1),
                            row.getOffsetDateTime(2).toInstant())));
                    return due;
                });
    }

    /** Writes down what was found. */
    public Uni<Void> told(Transaction tx, List<Found> found) {
        Tuple rows = Tuple.tuple()
                .addOffsetDateTime(utc(tx.now()))
                .addArrayOfUUID(Columns.of(found, one -> one.look().playRunId(), UUID[]::new))
                .addArrayOfInteger(Columns.of(found, one -> one.look().days(), Integer[]::new))
                .addArrayOfLong(Columns.of(found, one -> one.standing().state().score(), Long[]::new))
                .addArrayOfString(Columns.of(found, PgLooks::grade, String[]::new))
                .addArrayOfString(
                        Columns.of(found, one -> one.standing().state().stage(), String[]::new))
                .addArrayOfLong(Columns.of(found, PgLooks::arrMinor, Long[]::new))
                .addArrayOfString(Columns.of(found, PgLooks::arrCurrency, String[]::new))
                .addArrayOfString(Columns.of(
                        found, one -> Columns.json(one.standing().after().openRisks()), String[]::new))
                .addArrayOfBoolean(
                        Columns.of(found, one -> one.standing().after().touched(), Boolean[]::new))
                .addArrayOfBoolean(
                        Columns.of(found, one -> one.standing().after().renewed(), Boolean[]::new))
                .addArrayOfBoolean(
                        Columns.of(found, one -> one.standing().after().churned(), Boolean[]::new))
                .addArrayOfString(
                        Columns.of(found, one -> one.standing().after().mergedInto(), String[]::new));
        return tx.connection().preparedQuery(TOLD).execute(rows).replaceWithVoid();
    }

    /** Leaves looks that cannot be told for a minute, so that they hold nobody up. */
    public Uni<Void> postpone(Transaction tx, List<Look> looks) {
        return tx.connection().preparedQuery(POSTPONE).execute(keys(looks)).replaceWithVoid();
    }

    private static Tuple rows(Collection<Look> looks) {
        return keys(looks)
                .addArrayOfOffsetDateTime(Columns.of(looks, look -> utc(look.dueAt()), OffsetDateTime[]::new));
    }

    private static Tuple keys(Collection<Look> looks) {
        return Tuple.tuple()
                .addArrayOfUUID(Columns.of(looks, Look::playRunId, UUID[]::new))
                .addArrayOfInteger(Columns.of(looks, Look::days, Integer[]::new));
    }

    private static @Nullable String grade(Found found) {
        return found.standing().state().grade() == null
                ? null
                : found.standing().state().grade().name();
    }

    private static @Nullable Long arrMinor(Found found) {
        Money arr = found.standing().state().arr();
        return arr == null ? null : arr.minor();
    }

    private static @Nullable String arrCurrency(Found found) {
        Money arr = found.standing().state().arr();
        return arr == null ? null : arr.currency();
    }
}
