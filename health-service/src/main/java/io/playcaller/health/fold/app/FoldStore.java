package io.playcaller.health.fold.app;

import io.playcaller.health.fold.Checkpoint;
import io.playcaller.health.fold.ParkedFact;
import io.playcaller.health.fold.StoredAccount;
import io.playcaller.health.fold.Work;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the fold keeps. Blocking: called on the log's thread only. A failure of the database is an exception; the caller then
 * knows nothing about the outcome, drops what it holds of the partition and claims it anew.
 */
public interface FoldStore {

    /**
     * A partition taken.
     *
     * @param epoch higher than any before: from now on nobody else's transaction on the partition commits
     * @param boundaries accounts that wait for a moment of log time
     */
    record Claim(long epoch, Checkpoint checkpoint, Map<String, Instant> boundaries, Set<String> quarantined) {}

    /**
     * A step of a checkpoint.
     *
     * @param expectedOffset where it must stand
     */
    record Move(int partition, long epoch, long expectedOffset, Checkpoint to) {}

    /**
     * Raises the epoch of a partition and reads where it stands; waits for a transaction that is just committing.
     *
     * @param logId Kafka's id of the topic
     * @param logStart where a partition that nobody has folded yet begins
     * @throws LogMismatchException when the stored checkpoint is of another topic of this name
     */
    Claim claim(int partition, UUID logId, long logStart);

    /** What there is of those of the accounts that have a state; one that cannot be read harms no other. */
    Map<String, StoredAccount> load(Collection<String> accountIds);

    /** Ids of the partition's accounts in order, beginning after the given one. */
    List<String> accountsAfter(int partition, String accountId, int limit);

    /** What waits for an account in quarantine, in order, beginning after the given offset. */
    List<ParkedFact> parkedAfter(String accountId, long offset, int limit);

    /** Work on its way into the store. */
    interface Storing {

        /**
         * Returns when it is stored.
         *
         * @throws TakenOverException when the partition has another owner by now; nothing was stored
         */
        void await();
    }

    /**
     * Begins to store work and to move the checkpoint, both or neither. Works of several partitions may be on their way at once, of
     * one partition one at a time.
     *
     * @param work nobody may change it any more
     * @param committed run as soon as it is stored, on whatever thread; returns at once
     */
    Storing begin(Move move, Work work, Runnable committed);

    /**
     * Stores work and moves the checkpoint, both or neither.
     *
     * @throws TakenOverException when the partition has another owner by now; nothing was stored
     */
    default void store(Move move, Work work) {
        begin(move, work, () -> {}).await();
    }
}
