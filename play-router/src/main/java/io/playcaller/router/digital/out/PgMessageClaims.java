package io.playcaller.router.digital.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.digital.Circumstances;
import io.playcaller.router.digital.DigitalMessage;
import io.playcaller.router.digital.Outgoing;
import io.playcaller.router.digital.Permission;
import io.playcaller.router.digital.SendDecision;
import io.playcaller.router.digital.Settlement;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Messages of digital steps whose time has come: what is decided of them, and what comes of it. */
@ApplicationScoped
public class PgMessageClaims {

    private static final Logger LOG = Logger.getLogger(PgMessageClaims.class);

    /** Nobody reads the same text twice within so long. */
    private static final Duration SAME_TEXT = Duration.ofDays(30);

    /** None while delivery is held. */
    private static final String DUE = """
            select message_id, play_run_id, play, step, account_id, person_id, body::text, run_date, until_at, attempts
            from digital_message
            where state = 'waiting' and due_at <= $1 and (retry_at is null or retry_at <= clock_timestamp())
              and not exists (select 1 from delivery_hold)
            order by due_at limit $2 for update skip locked""";

    private static final String AROUND = """
            select exists (select 1 from play_run where play_run_id = $2 and ended_at is null),
                   exists (select 1 from task where task.play_run_id = $2 and task.open),
                   contact.account_id is not distinct from $3,
                   exists (select 1 from contact as same
                           join contact_message as before on before.person_id = same.person_id
                           where (same.person_id = contact.person_id or lower(same.email) = lower(contact.email))
                             and before.template = $4 and before.sent_at > $5 and before.message_id <> $6),
                   contact.name, contact.email,
                   exists (select 1 from contact as same
                           where lower(same.email) = lower(contact.email) and same.bounced_at is not null),
                   account.name
            from contact left join account on account.account_id = contact.account_id
            where contact.person_id = $1""";

    /** Longer than any attempt may take. */
    private static final String SEND = """
            update digital_message set state = 'sending', attempts = attempts + 1, reason = null, sentence = null,
                retry_at = clock_timestamp() + interval '5 minutes'
            where message_id = $1""";

    private static final String WAIT =
            "update digital_message set due_at = $2, retry_at = null, reason = $3, sentence = $4 where message_id = $1";

    private static final String SKIP = """
            update digital_message set state = 'skipped', reason = $3, sentence = $4, settled_at = $2
            where message_id = $1""";

    private static final String GIVE_UP = """
            update digital_message set state = 'failed', reason = 'unreadable', settled_at = $2,
                sentence = 'What to write could not be read; the log of the service says more.'
            where message_id = any($1)""";

    private static final String SETTLE = """
            update digital_message set state = $3, reason = $4, sentence = $5, settled_at = $6,
                retry_at = clock_timestamp() + make_interval(secs => $7::double precision)
            where message_id = $1 and attempts = $2 and state = 'sending'""";

    /** A message that nobody can send, because what to write cannot be read. */
    public record Unreadable(UUID messageId, UUID playRunId) {}

    /** Messages whose time has come, person by person; those that cannot be read stand apart. */
    public record Due(List<Outgoing> messages, List<Unreadable> unreadable) {}

    /** Locks what is due longest; what another replica decides is left to it. */
    public Uni<Due> due(Transaction tx, int atMost) {
        return tx.connection()
                .preparedQuery(DUE)
                .execute(Tuple.of(utc(tx.now()), atMost))
                .map(PgMessageClaims::due);
    }

    private static Due due(Iterable<Row> rows) {
        Due due = new Due(new ArrayList<>(), new ArrayList<>());
        for (Row row : rows) {
            try {
                due.messages().add(outgoing(row));
            } catch (RuntimeException e) {
                LOG.errorf(e, "message %s cannot be read; it is given up", row.getUUID(0));
                due.unreadable().add(new Unreadable(row.getUUID(0), row.getUUID(1)));
            }
        }
        due.messages().sort(Comparator.comparing(Outgoing::personId));
        return due;
    }

    /** They fail for good, and say why. */
    public Uni<Void> giveUp(Transaction tx, Collection<Unreadable> unreadable) {
        UUID[] ids = Columns.of(unreadable, Unreadable::messageId, UUID[]::new);
        return unreadable.isEmpty() ? Uni.createFrom().voidItem() : execute(tx, GIVE_UP, Tuple.of(ids, utc(tx.now())));
    }

    /** How things stand around a message; the person is locked. */
    public Uni<Circumstances> around(Transaction tx, Outgoing message, Permission permission) {
        Tuple question = Tuple.of(
                message.personId(),
                message.playRunId(),
                message.accountId(),
                message.message().template().key(),
                utc(tx.now().minus(SAME_TEXT)),
                message.messageId());
        return tx.connection().preparedQuery(AROUND).execute(question).map(rows -> {
            RowIterator<Row> row = rows.iterator();
            return row.hasNext() ? around(row.next(), permission) : Circumstances.ofNobody(permission);
        });
    }

    /** Writes what was decided. */
    public Uni<Void> decided(Transaction tx, Outgoing message, SendDecision decision) {
        if (decision instanceof SendDecision.Wait wait) {
            return execute(tx, WAIT, Tuple.of(message.messageId(), utc(wait.at()), wait.reason(), wait.sentence()));
        }
        return decision instanceof SendDecision.Skip skip
                ? execute(tx, SKIP, Tuple.of(message.messageId(), utc(tx.now()), skip.reason(), skip.sentence()))
                : execute(tx, SEND, Tuple.of(message.messageId()));
    }

    /**
     * Writes what an attempt left behind, unless somebody else has gone on with the message since.
     *
     * @param message as it was sent
     */
    public Uni<Void> settle(Transaction tx, Outgoing message, Settlement settlement) {
        Tuple row = Tuple.tuple()
                .addUUID(message.messageId())
                .addInteger(message.attempts())
                .addString(settlement.state())
                .addString(settlement.reason())
                .addString(settlement.sentence())
                .addOffsetDateTime(settlement.isOver() ? utc(tx.now()) : null)
                .addDouble((double) settlement.again().orElse(Duration.ZERO).toSeconds());
        return execute(tx, SETTLE, row);
    }

    private static Uni<Void> execute(Transaction tx, String statement, Tuple row) {
        return tx.connection().preparedQuery(statement).execute(row).replaceWithVoid();
    }

    private static Outgoing outgoing(Row row) {
        Instant until = row.getOffsetDateTime(8).toInstant();
        return new Outgoing(
                row.getUUID(0),
                row.getUUID(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Objects.requireNonNull(
                        Columns.read(row.getString(6), DigitalMessage.class), "a message says something"),
                row.getLocalDate(7),
                until,
                row.getInteger(9));
    }

    private static Circumstances around(Row row, Permission permission) {
        return new Circumstances(
                permission,
                row.getBoolean(0),
                row.getBoolean(1),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                row.getString(7));
    }
}
