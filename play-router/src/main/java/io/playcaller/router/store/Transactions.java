package io.playcaller.router.store;

import io.playcaller.outbox.OutboxRecord;
import io.playcaller.outbox.PgOutbox;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Transactions on the Vert.x client. Business time is read once in each, from the database. After the commit of one
 * that said something the relay of the outbox is poked.
 */
@ApplicationScoped
public class Transactions {

    private final Pool pool;
    private final PgOutbox outbox;
    private final OutboxRelay relay;

    Transactions(Pool pool, PgOutbox outbox, OutboxRelay relay) {
        this.pool = pool;
        this.outbox = outbox;
        this.relay = relay;
    }

    /** Runs {@code work}; all of it commits, or none. */
    public <T> Uni<T> run(Function<Transaction, Uni<T>> work) {
        AtomicBoolean said = new AtomicBoolean();
        return pool.withTransaction(connection -> connection
                        .query("select playcaller_now()")
                        .execute()
                        .map(rows -> rows.iterator().next().getOffsetDateTime(0))
                        .chain(now -> work.apply(new Transaction(connection, now.toInstant(), outbox, said))))
                .invoke(() -> {
                    if (said.get()) {
                        relay.poke();
                    }
                });
    }

    /** Reads without a transaction of its own. */
    public Pool pool() {
        return pool;
    }

    /**
     * One that runs.
     *
     * @param now business time, the same for everything that is decided in it
     * @param said whether it has something to say on Kafka
     */
    public record Transaction(SqlConnection connection, Instant now, PgOutbox outbox, AtomicBoolean said) {

        /** Says on Kafka what this transaction makes true. */
        public Uni<Void> say(List<OutboxRecord> records) {
            said.compareAndSet(false, !records.isEmpty());
            return outbox.append(connection, records);
        }
    }

    /** As PostgreSQL's client wants it. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
