package io.playcaller.outbox.relay;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The waiting records. */
public interface OutboxRows {

    /**
     * The oldest visible records of a shard, by id. There is no high-water mark: an id that becomes visible after a higher
     * one is read the next time.
     *
     * @return empty when {@code lease} is no longer held
     */
    Optional<List<OutboxRow>> oldest(Lease lease, int limit);

    /** Deletes exactly these. */
    void delete(int shard, List<OutboxRow> sent);

    /** Those of {@code shards} in which something waits. */
    Set<Integer> waiting(Set<Integer> shards);

    Backlog backlog();
}
