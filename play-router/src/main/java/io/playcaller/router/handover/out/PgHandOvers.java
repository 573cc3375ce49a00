package io.playcaller.router.handover.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.register.Owner;
import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.handover.HandOverFilter;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hand-overs, and the copy of an account's owners, which a hand-over changes until the register speaks again. */
@ApplicationScoped
public class PgHandOvers {

    private static final String INSERT = """
            insert into hand_over (hand_over_id, account_id, role, state, recipient, look_at, proposed_at, body)
            values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb)
            on conflict (account_id, role) where state in ('proposed', 'accepted') do nothing""";

    private static final String UPDATE = """
            update hand_over set state = $2, recipient = $3, look_at = $4, body = $5::text::jsonb
            where hand_over_id = $1""";

    private static final String LOCK = "select body::text from hand_over where hand_over_id = $1 for update";

    /** Asks the clock once: of a volatile function in a condition PostgreSQL makes no condition of an index. */
    private static final String DUE = """
            select hand_over_id from hand_over
            where look_at <= (select playcaller_now()) order by look_at limit $1""";

    private static final String POSTPONE =
            "update hand_over set look_at = $2 where hand_over_id = $1 and look_at is not null";

    private static final String OF_RECIPIENT = """
            select body::text from hand_over
            where recipient = $1 and state in ('proposed', 'accepted') order by hand_over_id limit $2 for update""";

    private static final String LIST = """
            select body::text from hand_over
            where ($1::text is null or account_id = $1)
              and ($2::text is null or state = $2)
              and ($3::text is null or recipient = $3 or body ->> 'lead' = $3)
              and ($4::text is null or body ->> 'proposedBy' = $4)
              and ($5::timestamptz is null or (proposed_at, hand_over_id) < ($5, $6::uuid))
            order by proposed_at desc, hand_over_id desc limit $7""";

    private static final String LOCK_OWNERS = "select owners::text from account where account_id = $1 for update";

    private static final String WRITE_OWNERS = "update account set owners = $2::text::jsonb where account_id = $1";

    private static final String TASKS = """
            select task_id from task
            where account_id = $1 and role = $2 and assignee = any($3) and open order by task_id""";

    private final Pool pool;

    PgHandOvers(Pool pool) {
        this.pool = pool;
    }

    /** Where a line stands in the order. */
    public record Position(Instant proposedAt, UUID handOverId) {}

    /** Writes a new one; false when one of the same account and role is open. */
    public Uni<Boolean> propose(Transaction tx, AccountHandOver handOver) {
        Tuple row = Tuple.tuple()
                .addUUID(handOver.handOverId())
                .addString(handOver.accountId())
                .addString(handOver.role())
                .addString(word(handOver))
                .addString(handOver.recipient())
                .addOffsetDateTime(lookAt(handOver))
                .addOffsetDateTime(utc(handOver.proposedAt()))
                .addString(Columns.json(handOver));
        return tx.connection().preparedQuery(INSERT).execute(row).map(rows -> rows.rowCount() == 1);
    }

    /** Writes one that is locked. */
    public Uni<Void> write(Transaction tx, AccountHandOver handOver) {
        Tuple row = Tuple.tuple()
                .addUUID(handOver.handOverId())
                .addString(word(handOver))
                .addString(handOver.recipient())
                .addOffsetDateTime(lookAt(handOver))
                .addString(Columns.json(handOver));
        return tx.connection().preparedQuery(UPDATE).execute(row).replaceWithVoid();
    }

    public Uni<Optional<AccountHandOver>> lock(Transaction tx, UUID id) {
        return tx.connection()
                .preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** Ids of those to which time does something by now, at most so many. */
    public Uni<List<UUID>> due(int atMost) {
        return pool.preparedQuery(DUE).execute(Tuple.of(atMost)).map(PgHandOvers::ids);
    }

    /** Leaves one alone for a while. */
    public Uni<Void> postpone(Transaction tx, UUID id, Instant until) {
        return tx.connection()
                .preparedQuery(POSTPONE)
                .execute(Tuple.of(id, utc(until)))
                .replaceWithVoid();
    }

    /** Locks those that are open and to whom they are. */
    public Uni<List<AccountHandOver>> openOf(Transaction tx, String recipient, int atMost) {
        return tx.connection()
                .preparedQuery(OF_RECIPIENT)
                .execute(Tuple.of(recipient, atMost))
                .map(PgHandOvers::all);
    }

    /** Newest first. */
    public Uni<List<AccountHandOver>> list(HandOverFilter filter, @Nullable Position after, int limit) {
        Tuple question = Tuple.tuple()
                .addString(filter.accountId())
                .addString(filter.state())
                .addString(filter.waitsOn())
                .addString(filter.proposedBy())
                .addOffsetDateTime(after == null ? null : after.proposedAt().atOffset(ZoneOffset.UTC))
                .addUUID(after == null ? null : after.handOverId())
                .addInteger(limit);
        return pool.preparedQuery(LIST).execute(question).map(PgHandOvers::all);
    }

    /** Owners of an account, which nobody writes until the transaction ends. */
    public Uni<List<Owner>> lockOwners(Transaction tx, String accountId) {
        return tx.connection()
                .preparedQuery(LOCK_OWNERS)
                .execute(Tuple.of(accountId))
                .map(rows -> {
                    RowIterator<Row> row = rows.iterator();
                    return row.hasNext() ? List.of(Columns.read(row.next().getString(0), Owner[].class)) : List.of();
                });
    }

    /** The version stays that of the register: what it says next counts. */
    public Uni<Void> writeOwners(Transaction tx, String accountId, List<Owner> owners) {
        return tx.connection()
                .preparedQuery(WRITE_OWNERS)
                .execute(Tuple.of(accountId, Columns.json(owners)))
                .replaceWithVoid();
    }

    /** Ids of open tasks that any of these people have in a role on an account. */
    public Uni<List<UUID>> openTasks(Transaction tx, String accountId, String role, List<String> assignees) {
        return tx.connection()
                .preparedQuery(TASKS)
                .execute(Tuple.of(accountId, role, assignees.toArray(String[]::new)))
                .map(PgHandOvers::ids);
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }

    private static List<AccountHandOver> all(RowSet<Row> rows) {
        List<AccountHandOver> found = new ArrayList<>();
        rows.forEach(row -> found.add(Columns.read(row.getString(0), AccountHandOver.class)));
        return found;
    }

    private static String word(AccountHandOver handOver) {
        return handOver.state().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable OffsetDateTime lookAt(AccountHandOver handOver) {
        Instant at = handOver.lookAt();
        return at == null ? null : utc(at);
    }
}
