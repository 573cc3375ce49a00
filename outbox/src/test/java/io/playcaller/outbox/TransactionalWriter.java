package io.playcaller.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** What writes state and outbox in one transaction: an adapter under test, in use. */
interface TransactionalWriter extends AutoCloseable {

    /** Commits when {@code work} completes and rolls back when it fails. */
    Uni<Void> inTransaction(Function<Transaction, Uni<?>> work);

    @Override
    void close();

    /** A transaction under way. */
    interface Transaction {

        /** Locks the row of a key, raises its revision and answers it. */
        Uni<Long> nextRevision(String key);

        Uni<Void> append(List<OutboxRecord> records);
    }
}
