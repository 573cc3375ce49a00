package io.playcaller.router.finding.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.finding.ToldFinding;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Findings that were told and are not over. Whoever tells one, or its end, holds a lock on its key until it commits. */
@ApplicationScoped
public class PgFindings {

    private static final String COLUMNS = "key, episode_id, transition, reason, since, said, earlier, account_id";

    private static final String TOLD =
            "select " + COLUMNS + " from finding where starts_with(key, $1::text) order by key";

    /** A row that is not there yet cannot be locked. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('finding/' || $1::text, 0))";

    private static final String ONE = "select " + COLUMNS + " from finding where key = $1";

    private static final String LEDGER =
            "select transition, changed_at > $2::timestamptz from signal where episode_id = $1";

    private static final String WRITE = """
            insert into finding (key, episode_id, transition, reason, since, said, earlier, account_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (key) do update
            set transition = excluded.transition, said = excluded.said, earlier = excluded.earlier""";

    private static final String OVER = "delete from finding where key = $1";

    private static final String KNOWN_IN_SLACK = "select staff_id from slack_person";

    /** All whose keys begin so. */
    public Uni<List<ToldFinding>> told(Transaction tx, String prefix) {
        return tx.connection().preparedQuery(TOLD).execute(Tuple.of(prefix)).map(rows -> {
            List<ToldFinding> told = new ArrayList<>();
            rows.forEach(row -> told.add(told(row)));
            return told;
        });
    }

    /** Holds a key until the transaction ends; empty where nothing was told of it. */
    public Uni<Optional<ToldFinding>> lock(Transaction tx, String key) {
        return tx.connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(key))
                .chain(() -> tx.connection().preparedQuery(ONE).execute(Tuple.of(key)))
                .map(rows -> {
                    Optional<ToldFinding> told = Optional.empty();
                    for (Row row : rows) {
                        told = Optional.of(told(row));
                    }
                    return told;
                });
    }

    /**
     * The transition with which a signal of ours goes on.
     *
     * @param lookedAt when it was found
     * @return 1 of one that is not known; empty where something became of it since: what was found may be so no more
     */
    public Uni<Optional<Integer>> next(Transaction tx, UUID episode, Instant lookedAt) {
        return tx.connection()
                .preparedQuery(LEDGER)
                .execute(Tuple.of(episode, utc(lookedAt)))
                .map(rows -> {
                    Optional<Integer> next = Optional.of(1);
                    for (Row row : rows) {
                        next = row.getBoolean(1) ? Optional.empty() : Optional.of(row.getInteger(0) + 1);
                    }
                    return next;
                });
    }

    /** @param told null when it is over */
    public Uni<Void> write(Transaction tx, String key, @Nullable ToldFinding told) {
        if (told == null) {
            return tx.connection().preparedQuery(OVER).execute(Tuple.of(key)).replaceWithVoid();
        }
        Tuple row = Tuple.of(
                        key, told.episodeId(), told.transition(), told.reason().code())
                .addOffsetDateTime(utc(told.since()))
                .addString(told.said())
                .addString(told.earlier())
                .addString(told.accountId());
        return tx.connection().preparedQuery(WRITE).execute(row).replaceWithVoid();
    }

    /** Staff ids that Slack has found by their e-mail address. */
    public Uni<Set<String>> knownInSlack(Transaction tx) {
        return tx.connection().query(KNOWN_IN_SLACK).execute().map(rows -> {
            Set<String> known = new HashSet<>();
            rows.forEach(row -> known.add(row.getString(0)));
            return known;
        });
    }

    private static ToldFinding told(Row row) {
        return new ToldFinding(
                row.getString(0),
                row.getUUID(1),
                row.getInteger(2),
                Reason.ofWire(row.getString(3)),
                row.getOffsetDateTime(4).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }
}
