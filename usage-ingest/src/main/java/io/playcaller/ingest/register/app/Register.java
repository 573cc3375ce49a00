package io.playcaller.ingest.register.app;

import io.playcaller.ingest.register.Change;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.Origin;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.OptionalLong;

/** Every record that {@link Entry} knows. */
public interface Register {

    /**
     * Stores the record if it changes anything. In one transaction: the record, its whole on {@code account-register}, and
     * the fact for its account on {@code customer-events}. Concurrent writers of one record come one after the other. What
     * is rehearsed is decided, and nothing stored.
     */
    Uni<Change> put(Entry proposed, OptionalLong seen, Origin origin);

    Uni<Optional<Entry>> find(String key);
}
