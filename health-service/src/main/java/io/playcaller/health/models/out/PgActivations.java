package io.playcaller.health.models.out;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.health.models.Activation;
import io.playcaller.health.models.StoredModel;
import io.playcaller.health.models.app.Models.Order;
import io.playcaller.health.models.app.Models.When;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts models in force. The row of what is in force is locked first; then the activation is written down and goes into the
 * shard of each partition that anybody ever folded, whose owner sends it. A partition that nobody folded yet is told by its
 * first owner. A model that was in shadow is so no longer.
 */
@ApplicationScoped
class PgActivations {

    /** Which model is to be in force, from within the transaction; empty for none but what is. */
    interface Choice {
        Uni<Optional<String>> of(SqlConnection transaction, @Nullable String active);
    }

    private final Pool pool;
    private final PgOutbox outbox;
    private final OutboxRelay relay;
    private final BusinessClock clock;
    private final String log;

    PgActivations(Pool pool, PgOutbox outbox, OutboxRelay relay, BusinessClock clock, TopicNames topics) {
        this.pool = pool;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
        this.log = topics.of(Topic.CUSTOMER_EVENTS);
    }

    Uni<Optional<Activation>> to(Choice choice, Order why) {
        return pool.withTransaction(transaction -> locked(transaction)
                        .chain(active -> choice.of(transaction, active.orElse(null))
                                .chain(next -> next.isEmpty()
                                        ? Uni.createFrom().item(Optional.<Activation>empty())
                                        : putInForce(transaction, next.get(), active.orElse(null), why)
                                                .map(Optional::of))))
                .invoke(() -> relay.poke());
    }

    Uni<Optional<String>> wanted(SqlConnection transaction, Order order, When when, @Nullable String active) {
        Optional<String> wanted = Optional.of(order.hash());
        return switch (when) {
            case UNLESS_ACTIVE -> item(wanted.filter(hash -> !hash.equals(active)));
            case NOTHING_IS_ACTIVE -> item(wanted.filter(hash -> active == null));
            case NEVER_WAS_ACTIVE ->
                transaction
                        .preparedQuery("select 1 from model_activation where hash = $1 limit 1")
                        .execute(Tuple.of(order.hash()))
                        .map(found -> wanted.filter(hash -> found.size() == 0));
        };
    }

    /** What the newest activation replaced. */
    Uni<Optional<String>> before(SqlConnection transaction, @Nullable String active) {
        String sql = "select replaced from model_activation where hash = $1 order by number desc limit 1";
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(active == null ? "" : active))
                .map(rows -> only(rows, "replaced"));
    }

    private static Uni<Optional<String>> item(Optional<String> item) {
        return Uni.createFrom().item(item);
    }

    private static Uni<Optional<String>> locked(SqlConnection transaction) {
        return transaction
                .query("select hash from model_in_force for update")
                .execute()
                .map(rows -> only(rows, "hash"));
    }

    private static Optional<String> only(RowSet<Row> rows, String column) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.ofNullable(rows.iterator().next().getString(column));
    }

    private Uni<Activation> putInForce(SqlConnection transaction, String hash, @Nullable String active, Order why) {
        String sql = """
                with added as (
                    insert into model_activation (hash, replaced, author, reason, activated_at)
                    values ($1, $2, $3, $4, $5) returning *),
                changed as (update model_in_force set hash = $1),
                no_shadow as (
                    update model_shadow set hash = null, author = $3, reason = $4, since = $5 where hash = $1)
                select added.*, m.version, m.created_at, m.files::text as texts
                  from added join model m on m.hash = added.hash
                """;
        Tuple arguments = Tuple.from(new @Nullable Object[] {
            hash, active, why.author(), why.reason(), clock.instant().atOffset(ZoneOffset.UTC)
        });
        return transaction.preparedQuery(sql).execute(arguments).chain(rows -> {
            Row row = rows.iterator().next();
            StoredModel model = PgModels.stored(row);
            return tell(transaction, new ModelActivated(hash, model.version(), model.files()))
                    .replaceWith(PgModels.activation(row));
        });
    }

    private Uni<Void> tell(SqlConnection transaction, ModelActivated activated) {
        return transaction
                .preparedQuery("select partition from checkpoint where topic = $1 order by partition")
                .execute(Tuple.of(log))
                .chain(rows -> {
                    Uni<Void> told = Uni.createFrom().voidItem();
                    for (Row row : rows) {
                        int partition = row.getInteger("partition");
                        told = told.chain(
                                () -> outbox.append(transaction, partition, List.of(record(partition, activated))));
                    }
                    return told;
                });
    }

    private OutboxRecord record(int partition, ModelActivated activated) {
        Envelope envelope = Envelope.own(Ids.next().toString(), "health-service", clock.instant(), null, 0);
        return OutboxRecord.toPartition(log, partition, envelope, activated);
    }
}
