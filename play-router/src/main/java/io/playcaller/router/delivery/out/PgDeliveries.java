package io.playcaller.router.delivery.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.delivery.Attempt;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.RetryLadder;
import io.playcaller.router.delivery.Tried;
import io.playcaller.router.delivery.app.Connector;
import io.playcaller.router.delivery.app.Connectors;
import io.playcaller.router.delivery.person.Recipient;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.TaskDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger of deliveries. */
@ApplicationScoped
public class PgDeliveries {

    private static final String ENQUEUE = """
            insert into delivery (delivery_id, task_id, connector, purpose, body, rev, created_at, recipient, press,
                                  state, because)
            select t.id, t.task_id, t.connector, t.purpose, t.body, t.rev, $8, t.recipient, t.press,
                   case when t.target is null then 'not-configured'
                        when stopped.name is not null then 'disabled'
                        when t.press is not null then 'undecided'
                        else 'pending' end,
                   case when t.target is null then 'no ' || t.connector || ' is configured' else stopped.because end
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[],
                        $9::text[], $10::text[])
                as t (id, task_id, connector, purpose, body, rev, target, recipient, press)
            left join connector stopped on stopped.name = t.connector and stopped.target = t.target
            on conflict (delivery_id) do nothing""";

    /**
     * A tool of which no message of the task was tried has not heard of it, and neither has a person or a channel that nothing of it
     * was sent to: what waits for them is not sent any more, the word that it was withdrawn neither. All that is known of the task is
     * held, in the order of whoever decides about a person, so that nobody begins to send it meanwhile. After a restore nobody knows what
     * was sent: then all of it stays.
     */
    private static final String DROP = """
            with known as (
                select delivery_id, task_id, connector, recipient, state,
                       (attempts > 0 or state in ('sent', 'digested')) as told
                from delivery where task_id = any($1)
                order by created_at, task_id, rev, delivery_id for update)
            update delivery d set state = 'dropped', because = 'the task was withdrawn before anything of it was told there'
            from known
            where d.delivery_id = known.delivery_id and known.state in ('pending', 'undecided', 'digest')
              and not exists (select 1 from delivery_hold where ordered_by is null)
              and not exists (
                  select 1 from known other
                  where other.told and other.task_id = known.task_id and other.connector = known.connector
                    and (known.recipient is null or other.recipient is not distinct from known.recipient))""";

    /** The lease of one attempt, longer than its time-out; a sender that died leaves it to the next. */
    private static final Duration LEASE_BEYOND_TIMEOUT = Duration.ofSeconds(45);

    /**
     * Of a connector that keeps the order, only the first unsettled message of each task for each person or channel: what one of them
     * cannot be told keeps nobody else waiting. What is for the tool as such waits for what was not tried yet, or is being just now,
     * whoever it is for, since it shows what that leaves there. An attempt that is being made has no {@code because}.
     */
    private static final String CLAIM = """
            update delivery d
            set attempts = attempts + 1, because = null, next_attempt_at = clock_timestamp() + make_interval(secs => $3)
            where delivery_id in (
                select delivery_id from delivery due
                where connector = $1 and state = 'pending' and next_attempt_at <= clock_timestamp()
                  and not exists (select 1 from delivery_hold)
                  and (not $4::boolean or not exists (
                          select 1 from delivery earlier
                          where earlier.task_id = due.task_id and earlier.connector = due.connector
                            and earlier.state = 'pending'
                            and (earlier.rev, earlier.purpose) < (due.rev, due.purpose)
                            and (earlier.recipient is not distinct from due.recipient
                                 or (due.recipient is null and earlier.because is null))))
                order by next_attempt_at limit $2 for update skip locked)
            returning d.delivery_id, d.task_id, d.connector, d.purpose, d.body, d.rev, d.attempts, clock_timestamp(),
                      (select external_id from task_in_tool known
                       where known.task_id = d.task_id and known.connector = d.connector),
                      d.recipient""";

    /**
     * What came back before this was heard of it stays so; what a replica of before made pending all the same is settled like any
     * other. Of several messages of one task the newest says what the tool calls it.
     */
    private static final String TAKEN = """
            with told as (
                update delivery
                set state = 'sent', last_status = taken.status, sent_at = clock_timestamp(), because = null
                from unnest($1::uuid[], $2::int[], $3::text[]) as taken (id, status, external_id)
                where delivery.delivery_id = taken.id and not (delivery.came_back and delivery.state = 'failed')
                returning delivery.task_id, delivery.connector, delivery.rev, taken.external_id)
            insert into task_in_tool (task_id, connector, external_id, told_at)
            select distinct on (task_id, connector) task_id, connector, external_id, clock_timestamp()
            from told where external_id is not null
            order by task_id, connector, rev desc
            on conflict (task_id, connector) do update
            set external_id = excluded.external_id, told_at = excluded.told_at""";

    private static final String FAILED = """
            update delivery set state = $2, last_status = $3, because = $4,
                                next_attempt_at = clock_timestamp() + make_interval(secs => $5)
            where delivery_id = $1 and not (came_back and state = 'failed')""";

    private static final String PUT_OFF = """
            update delivery set attempts = attempts - 1, last_status = coalesce($2, last_status), because = $3,
                                next_attempt_at = clock_timestamp() + make_interval(secs => $4)
            where delivery_id = $1 and not (came_back and state = 'failed')""";

    private static final String DISABLE = """
            insert into connector (name, target, disabled_at, because)
            values ($1, $2, clock_timestamp(), 'the tool answered 410: it wants no more')
            on conflict (name) do update
            set target = excluded.target, disabled_at = excluded.disabled_at, because = excluded.because""";

    private static final String DISABLE_UNSENT = """
            update delivery set state = 'disabled', because = 'the tool answered 410: it wants no more',
                                next_attempt_at = (select clock_timestamp())
            where connector = $1 and state in ('pending', 'undecided')""";

    private final Pool pool;
    private final Connectors connectors;

    PgDeliveries(Pool pool, Connectors connectors) {
        this.pool = pool;
        this.connectors = connectors;
    }

    /** Writes the messages of these changes; whether they will be sent is said there and then. */
    public Uni<Void> enqueue(Transaction tx, List<TaskDecision.Changed> changes) {
        List<Delivery> messages = connectors.deliveries(changes);
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(Columns.of(messages, Delivery::deliveryId, UUID[]::new))
                .addArrayOfUUID(Columns.of(messages, Delivery::taskId, UUID[]::new))
                .addArrayOfString(Columns.of(messages, Delivery::connector, String[]::new))
                .addArrayOfString(Columns.of(messages, Delivery::purpose, String[]::new))
                .addArrayOfString(Columns.of(messages, Delivery::body, String[]::new))
                .addArrayOfLong(Columns.of(messages, Delivery::rev, Long[]::new))
                .addArrayOfString(Columns.of(messages, this::target, String[]::new))
                .addOffsetDateTime(utc(tx.now()))
                .addArrayOfString(Columns.of(messages, PgDeliveries::recipient, String[]::new))
                .addArrayOfString(Columns.of(messages, PgDeliveries::press, String[]::new));
        return tx.connection().preparedQuery(ENQUEUE).execute(rows).replaceWithVoid();
    }

    /** Of tasks that were withdrawn by these changes whoever has not heard of them hears nothing; follows their messages. */
    public Uni<Void> drop(Transaction tx, List<TaskDecision.Changed> changes) {
        UUID[] withdrawn = changes.stream()
                .filter(change -> change.step().transition() == TaskTransition.WITHDRAWN)
                .map(change -> change.after().taskId())
                .distinct()
                .toArray(UUID[]::new);
        return withdrawn.length == 0
                ? Uni.createFrom().voidItem()
                : tx.connection()
                        .preparedQuery(DROP)
                        .execute(Tuple.tuple().addArrayOfUUID(withdrawn))
                        .replaceWithVoid();
    }

    private @Nullable String target(Delivery message) {
        return connectors.named(message.connector()).flatMap(Connector::target).orElse(null);
    }

    private static @Nullable String recipient(Delivery message) {
        return message.recipient() == null ? null : message.recipient().id();
    }

    private static @Nullable String press(Delivery message) {
        return message.recipient() == null || message.recipient().press() == null
                ? null
                : message.recipient().press().name();
    }

    /** Takes attempts that are due for this process to make. */
    public Uni<List<Attempt>> claim(Connector connector, int atMost) {
        Tuple question = Tuple.of(
                connector.name(),
                atMost,
                (double) connector.timeout().plus(LEASE_BEYOND_TIMEOUT).toSeconds(),
                connector.inOrder());
        return pool.preparedQuery(CLAIM).execute(question).map(rows -> {
            List<Attempt> attempts = new ArrayList<>();
            rows.forEach(row -> attempts.add(attempt(row)));
            return attempts;
        });
    }

    private static Attempt attempt(Row row) {
        return new Attempt(
                new Delivery(
                        row.getUUID(0),
                        Objects.requireNonNullElse(row.getUUID(1), row.getUUID(0)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(9) == null ? null : Recipient.quietly(row.getString(9))),
                row.getInteger(6),
                row.getOffsetDateTime(7).toInstant(),
                Optional.ofNullable(row.getString(8)));
    }

    /** Writes down that the tool took these messages. */
    public Uni<Void> taken(List<Tried> tried) {
        List<UUID> ids = new ArrayList<>();
        List<Integer> statuses = new ArrayList<>();
        List<@Nullable String> externalIds = new ArrayList<>();
        for (Tried one : tried) {
            if (one.receipt() instanceof Receipt.Taken taken) {
                ids.add(one.attempt().delivery().deliveryId());
                statuses.add(taken.status());
                externalIds.add(taken.externalId().orElse(null));
            }
        }
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(ids.toArray(UUID[]::new))
                .addArrayOfInteger(statuses.toArray(Integer[]::new))
                .addArrayOfString(externalIds.toArray(String[]::new));
        return pool.preparedQuery(TAKEN).execute(rows).replaceWithVoid();
    }

    /** Writes down what came of an attempt. */
    public Uni<Void> settle(Connector connector, Tried tried) {
        UUID id = tried.attempt().delivery().deliveryId();
        Receipt receipt = tried.receipt();
        if (receipt instanceof Receipt.Taken) {
            return taken(List.of(tried));
        }
        if (receipt instanceof Receipt.Busy busy) {
            return pool.preparedQuery(PUT_OFF)
                    .execute(Tuple.of(id, busy.status(), busy.because(), seconds(busy.pause())))
                    .replaceWithVoid();
        }
        if (receipt instanceof Receipt.Later later) {
            return pool.preparedQuery(PUT_OFF)
                    .execute(Tuple.of(id, null, later.because(), seconds(later.after())))
                    .replaceWithVoid();
        }
        if (receipt instanceof Receipt.Failed failed) {
            return failed(id, failed, RetryLadder.after(tried.attempt().attempt(), failed.retryAfter()));
        }
        if (receipt instanceof Receipt.Refused refused) {
            return failed(
                    id, new Receipt.Failed(refused.status(), refused.because(), Optional.empty()), Optional.empty());
        }
        return disable(connector);
    }

    private Uni<Void> failed(UUID id, Receipt.Failed failed, Optional<Duration> wait) {
        Tuple row = Tuple.tuple()
                .addUUID(id)
                .addString(wait.isPresent() ? "pending" : "failed")
                .addInteger(failed.status().orElse(null))
                .addString(failed.because())
                .addDouble(seconds(wait.orElse(Duration.ZERO)));
        return pool.preparedQuery(FAILED).execute(row).replaceWithVoid();
    }

    private static double seconds(Duration wait) {
        return wait.toMillis() / 1_000.0;
    }

    private Uni<Void> disable(Connector connector) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(DISABLE)
                .execute(Tuple.of(connector.name(), connector.target().orElse("")))
                .chain(() -> connection.preparedQuery(DISABLE_UNSENT).execute(Tuple.of(connector.name())))
                .replaceWithVoid());
    }
}
