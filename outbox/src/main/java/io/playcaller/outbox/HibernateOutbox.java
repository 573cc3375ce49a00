package io.playcaller.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.ToIntFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.delegation.MutinySessionDelegator;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * The outbox of a transaction of Hibernate Reactive. It flushes the session first: the changed entities' rows are then
 * locked, and that lock is what orders the records of a key.
 */
public final class HibernateOutbox {

    private final Sharding sharding;

    public HibernateOutbox(Sharding sharding) {
        this.sharding = sharding;
    }

    /** Appends with one statement, in the order given, each record to the shard of its key. */
    public Uni<Void> append(Mutiny.Session session, List<OutboxRecord> records) {
        return insert(session, records, sharding::of);
    }

    /** Appends with one statement, in the order given, all to one shard. */
    public Uni<Void> append(Mutiny.Session session, int shard, List<OutboxRecord> records) {
        return insert(session, records, any -> shard);
    }

    private static Uni<Void> insert(
            Mutiny.Session session, List<OutboxRecord> records, ToIntFunction<OutboxRecord> shardOf) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] parameters = OutboxInsert.parameters(records, shardOf);
        return session.flush()
                .chain(() -> Uni.createFrom()
                        .completionStage(() -> transactionOf(session).update(OutboxInsert.SQL, parameters)))
                .replaceWithVoid();
    }

    private static ReactiveConnection transactionOf(Mutiny.Session session) {
        if (session instanceof MutinySessionDelegator wrapped) {
            return transactionOf(wrapped.delegate());
        }
        if (!(session instanceof MutinySessionImpl plain)) {
            throw new IllegalArgumentException("expected a session of Hibernate Reactive, got " + session.getClass());
        }
        ReactiveConnection connection = plain.getReactiveConnection();
        if (!connection.isTransactionInProgress()) {
            throw new IllegalStateException("the outbox is appended to in a transaction; this session has none");
        }
        return connection;
    }
}
