package io.playcaller.router.attention.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.Ids;
import io.playcaller.router.delivery.app.Connector;
import io.playcaller.router.delivery.app.Connectors;
import io.playcaller.router.delivery.person.Digest;
import io.playcaller.router.delivery.person.Digest.Told;
import io.playcaller.router.delivery.person.TaskNote;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.out.PgTasks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Digests: which were made, what goes into one, and the delivery that one is. */
@ApplicationScoped
public class PgDigests {

    private static final String MADE = "select day, staff_id from digest where day between $1 and $2";

    private static final String NOW = "select playcaller_now()";

    private static final String MAKE = """
            insert into digest (staff_id, day, made_at) values ($1, $2, $3)
            on conflict do nothing""";

    private static final String BEFORE = "select max(made_at) from digest where staff_id = $1 and day < $2";

    /** Without what its person put out of sight. */
    private static final String MINE = """
            select body::text, task_id, account_id from task
            where open and quarantined is null and assignee = $1
              and (snoozed_rev is distinct from rev or snoozed_until <= $2)
            order by value_at_risk desc, task_id limit $3""";

    /** Of what was to be told by several connectors, one row. */
    private static final String TOLD = """
            with told as (
                update delivery set state = 'digested', decision = decision || ' It stood in that of ' || $2::text || '.'
                where state = 'digest' and recipient = $1
                returning task_id, rev, created_at, body)
            select distinct on (created_at, task_id, rev) body from told order by created_at, task_id, rev""";

    private static final String SEND = """
            insert into delivery (delivery_id, connector, purpose, body, created_at, recipient, state, because, decision)
            select t.id, t.connector, t.purpose, t.body, t.created_at, t.recipient,
                   case when t.target is null then 'not-configured'
                        when stopped.name is not null then 'disabled'
                        else 'pending' end,
                   case when t.target is null then 'no ' || t.connector || ' is configured' else stopped.because end,
                   'The digest of the day.'
            from (values ($1::uuid, $2::text, $3::text, $4::text, $5::timestamptz, $6::text, $7::text))
                as t (id, connector, purpose, body, created_at, recipient, target)
            left join connector stopped on stopped.name = t.connector and stopped.target = t.target
            on conflict (delivery_id) do nothing""";

    /** Far more than a digest shows: it says how many are left out. */
    private static final int TASKS = 500;

    private final Pool pool;
    private final Connectors connectors;

    PgDigests(Pool pool, Connectors connectors) {
        this.pool = pool;
        this.connectors = connectors;
    }

    /** Business time now. */
    public Uni<Instant> now() {
        return pool.query(NOW)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant());
    }

    /** Whose digest of one of these days was made, a line each: {@code day/staff id}. */
    public Uni<Set<String>> made(LocalDate from, LocalDate until) {
        return pool.preparedQuery(MADE).execute(Tuple.of(from, until)).map(rows -> {
            Set<String> made = new HashSet<>();
            rows.forEach(row -> made.add(row.getLocalDate(0) + "/" + row.getString(1)));
            return made;
        });
    }

    /** Whether this transaction is the one that makes it. */
    public Uni<Boolean> make(Transaction tx, String staffId, LocalDate day) {
        return tx.connection()
                .preparedQuery(MAKE)
                .execute(Tuple.of(staffId, day, utc(tx.now())))
                .map(made -> made.rowCount() == 1);
    }

    /** When the digest before was made. */
    public Uni<Optional<Instant>> before(Transaction tx, String staffId, LocalDate day) {
        return tx.connection()
                .preparedQuery(BEFORE)
                .execute(Tuple.of(staffId, day))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime(0))
                        .map(OffsetDateTime::toInstant));
    }

    /** Open tasks of a person that are in sight and can be read, the most valuable first. */
    public Uni<List<Task>> mine(Transaction tx, String staffId) {
        return tx.connection()
                .preparedQuery(MINE)
                .execute(Tuple.of(staffId, utc(tx.now()), TASKS))
                .map(rows -> PgTasks.read(rows).tasks());
    }

    /** Takes what waits for the digest of a person into that of a day. */
    public Uni<List<Told>> told(Transaction tx, String staffId, LocalDate day) {
        return tx.connection()
                .preparedQuery(TOLD)
                .execute(Tuple.of(staffId, day.toString()))
                .map(rows -> {
                    List<Told> told = new ArrayList<>();
                    rows.forEach(row -> told.add(told(row)));
                    return told;
                });
    }

    private static Told told(Row row) {
        TaskNote note = Columns.read(row.getString(0), TaskNote.class);
        return new Told(note.taskId(), note.title(), note.happened());
    }

    /** Writes the delivery; whether it will be sent is said there and then. */
    public Uni<Void> send(Transaction tx, String staffId, String connector, Digest digest) {
        Tuple row = Tuple.tuple()
                .addUUID(Ids.derived("digest", staffId, digest.day()))
                .addString(connector)
                .addString("digest/" + digest.day())
                .addString(Columns.json(digest))
                .addOffsetDateTime(utc(tx.now()))
                .addString(staffId)
                .addString(
                        connectors.named(connector).flatMap(Connector::target).orElse(null));
        return tx.connection().preparedQuery(SEND).execute(row).replaceWithVoid();
    }
}
