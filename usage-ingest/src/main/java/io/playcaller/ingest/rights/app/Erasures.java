package io.playcaller.ingest.rights.app;

import io.playcaller.ingest.rights.Receipt;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Erasures, and their receipts, which are kept without end: nothing in them is personal. */
public interface Erasures {

    /**
     * Who is to be forgotten.
     *
     * @param by who asks
     */
    record Wish(UUID erasureId, UUID personId, String by) {}

    /**
     * An erasure whose tombstones have all left the outbox.
     *
     * @param tombstones their keys
     */
    record Sent(Receipt receipt, Set<String> tombstones) {

        public Sent {
            tombstones = Set.copyOf(tombstones);
        }
    }

    /** A receipt's place in the order in which they are listed: by time, ties by id. */
    record Position(Instant erasedAt, UUID erasureId) {}

    /**
     * Deletes the person and everybody whom an alias made the same, what they wrote, what waits and names them, what their
     * dead letters hold; puts the tombstones into the outbox; stores the receipt: all or nothing.
     *
     * @return empty when there is no such person, or no longer
     */
    Uni<Optional<Receipt>> erase(Wish wish);

    /** The last erasure that took along an id or address of this hash, while hashes are kept. */
    Uni<Optional<Receipt>> byHash(String personHash);

    Uni<Optional<Receipt>> find(UUID erasureId);

    /** The newest first. */
    Uni<List<Receipt>> newest(@Nullable Position after, int limit);

    /** Those that could be completed now, the oldest first. */
    Uni<List<Sent>> sent();

    /** Stores a receipt that is complete. One that another replica completed stays as it is. */
    Uni<Void> complete(Receipt whole);
}
