package io.playcaller.router.delivery.out;

import static io.playcaller.router.store.Transactions.utc;

import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.Delivery;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.RetryLadder;
import io.playcaller.router.delivery.TaskMessage;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.store.Columns;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.task.TaskDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The ledger of deliveries. */
@ApplicationScoped
public class PgDeliveries {

    public static final String WEBHOOK = "webhook";

    private static final String ENQUEUE = """
            insert into delivery (delivery_id, task_id, connector, purpose, body, created_at, state, because)
            select id, task_id, connector, purpose, body, $6,
                   case when $7::text is null then 'not-configured'
                        when gone.name is not null then 'disabled'
                        else 'pending' end,
                   case when $7::text is null then 'no webhook is configured' else gone.because end
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
                as t (id, task_id, connector, purpose, body)
            left join connector gone on gone.name = t.connector and gone.target = $7
            on conflict (delivery_id) do nothing""";

    /** The lease of one attempt, longer than its time-out; a sender that died leaves it to the next. */
    private static final String CLAIM = """
            update delivery set attempts = attempts + 1, next_attempt_at = clock_timestamp() + interval '60 seconds'
            where delivery_id in (select delivery_id from delivery
                                  where state = 'pending' and next_attempt_at <= clock_timestamp()
                                  order by next_attempt_at limit $1 for update skip locked)
            returning delivery_id, task_id, connector, purpose, body, attempts, clock_timestamp()""";

    private static final String TAKEN = """
            update delivery set state = 'sent', last_status = $2, sent_at = clock_timestamp(), because = null
            where delivery_id = $1""";

    private static final String FAILED = """
            update delivery set state = $2, last_status = $3, because = $4,
                                next_attempt_at = clock_timestamp() + make_interval(secs => $5)
            where delivery_id = $1""";

    private static final String DISABLE = """
            insert into connector (name, target, disabled_at, because)
            values ($1, $2, clock_timestamp(), 'the tool answered 410: it wants no more')
            on conflict (name) do update
            set target = excluded.target, disabled_at = excluded.disabled_at, because = excluded.because""";

    private static final String DISABLE_PENDING = """
            update delivery set state = 'disabled', because = 'the tool answered 410: it wants no more'
            where connector = $1 and state = 'pending'""";

    private final Pool pool;
    private final CurrentRules rules;
    private final Optional<String> target;

    PgDeliveries(Pool pool, CurrentRules rules, PlayRouterConfig config) {
        this.pool = pool;
        this.rules = rules;
        this.target = config.webhook().url().map(URI::toString);
    }

    /**
     * One attempt that this process makes.
     *
     * @param attempt from 1
     * @param at real time
     */
    public record Attempt(Delivery delivery, int attempt, Instant at) {}

    /** Writes the messages of these changes; whether they will be sent is said there and then. */
    public Uni<Void> enqueue(Transaction tx, List<TaskDecision.Changed> changes) {
        List<Delivery> messages = messages(changes);
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(Columns.of(messages, Delivery::deliveryId, UUID[]::new))
                .addArrayOfUUID(Columns.of(messages, Delivery::taskId, UUID[]::new))
                .addArrayOfString(Columns.of(messages, Delivery::connector, String[]::new))
                .addArrayOfString(Columns.of(messages, Delivery::purpose, String[]::new))
                .addArrayOfString(Columns.of(messages, Delivery::body, String[]::new))
                .addOffsetDateTime(utc(tx.now()))
                .addString(target.orElse(null));
        return tx.connection().preparedQuery(ENQUEUE).execute(rows).replaceWithVoid();
    }

    private List<Delivery> messages(List<TaskDecision.Changed> changes) {
        Directory directory = rules.get().directory();
        List<Delivery> messages = new ArrayList<>();
        for (TaskDecision.Changed change : changes) {
            TaskMessage.of(change, directory)
                    .map(message -> Delivery.of(
                            change.after().taskId(), WEBHOOK, TaskMessage.purpose(change), Columns.json(message)))
                    .ifPresent(messages::add);
        }
        return messages;
    }

    /** Takes attempts that are due for this process to make. */
    public Uni<List<Attempt>> claim(int atMost) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of(atMost)).map(rows -> {
            List<Attempt> attempts = new ArrayList<>();
            rows.forEach(row -> attempts.add(new Attempt(
                    new Delivery(row.getUUID(0), row.getUUID(1), row.getString(2), row.getString(3), row.getString(4)),
                    row.getInteger(5),
                    row.getOffsetDateTime(6).toInstant())));
            return attempts;
        });
    }

    /** Writes down what came of an attempt. */
    public Uni<Void> settle(Attempt attempt, Receipt receipt) {
        if (receipt instanceof Receipt.Taken taken) {
            return pool.preparedQuery(TAKEN)
                    .execute(Tuple.of(attempt.delivery().deliveryId(), taken.status()))
                    .replaceWithVoid();
        }
        if (receipt instanceof Receipt.Failed failed) {
            return failed(attempt, failed);
        }
        return disable(attempt.delivery().connector());
    }

    private Uni<Void> failed(Attempt attempt, Receipt.Failed failed) {
        Optional<Duration> wait = RetryLadder.after(attempt.attempt(), failed.retryAfter());
        Tuple row = Tuple.tuple()
                .addUUID(attempt.delivery().deliveryId())
                .addString(wait.isPresent() ? "pending" : "failed")
                .addInteger(failed.status().orElse(null))
                .addString(failed.because())
                .addDouble((double) wait.orElse(Duration.ZERO).toSeconds());
        return pool.preparedQuery(FAILED).execute(row).replaceWithVoid();
    }

    private Uni<Void> disable(String connector) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(DISABLE)
                .execute(Tuple.of(connector, target.orElse("")))
                .chain(() -> connection.preparedQuery(DISABLE_PENDING).execute(Tuple.of(connector)))
                .replaceWithVoid());
    }
}
