package io.playcaller.health.rebuild.app;

import io.playcaller.health.rebuild.RebuildReport;
import io.playcaller.health.rebuild.Side;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tables of a rebuild beside those that stand. Blocking: called on the thread of a run. */
public interface RebuildSchema {

    /** Where the running service stands with a partition. */
    record Place(int partition, UUID logId, long nextOffset) {}

    /** One account on both sides. */
    record Pair(String accountId, Side running, Side rebuilt) {}

    /**
     * Makes the schema with all tables empty, or leaves it as it is.
     *
     * @throws IllegalStateException when there is none to go on with, or one of another version's tables
     */
    void prepare(boolean goOn);

    /** Where the running service stands now. */
    List<Place> places();

    /** The same, and of that very moment a copy of all accounts, to be compared with. */
    List<Place> copyOfTheMoment();

    /** Accounts in the copy. */
    long accounts();

    /** Accounts of a partition whose bytes, revision or quarantine differ, by id, beginning after the given one. */
    List<Pair> differing(int partition, String after, int limit);

    /** Those of the accounts that differ still. */
    Map<String, Pair> differing(Collection<String> accountIds);

    /**
     * The rebuilt tables take the place of those that stand, in one transaction that ends the run: each partition's epoch rises, so
     * that no transaction of its owner commits, and its next claim begins where the rebuild stands.
     *
     * @throws IllegalStateException when a partition was not rebuilt, or the run was ended; nothing has changed then
     */
    void switchOver(UUID run, RebuildReport report);
}
