package io.playcaller.ingest.person.app;

import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From external id to person, on the path of every event: in sets, through a cache.
 *
 * <p>An external id that was never seen gets a random person at once, and every replica gives the same one. What this replica
 * changed it knows at once; what another one changed within the cache's time to live.
 */
public interface PersonIndex {

    /**
     * The persons of all of {@code ids}, made where they are new; fails when the store is away.
     *
     * @param edges those of {@code ids} whose account is asked for. One who has none is looked up each time, because it may come
     *     any moment; of the others nothing is looked up that is known, and their account may be missing
     */
    Uni<Map<ExternalId, PersonRef>> resolve(Collection<ExternalId> ids, Set<ExternalId> edges);

    /** The same with the account of each. */
    default Uni<Map<ExternalId, PersonRef>> resolve(Collection<ExternalId> ids) {
        return resolve(ids, Set.copyOf(ids));
    }

    /** The persons of those of {@code ids} that were ever seen and not erased, as they are stored now; makes nobody. */
    Uni<Map<ExternalId, PersonRef>> known(Collection<ExternalId> ids);

    /** The person of {@code id}, if it was ever seen; makes nobody. */
    Uni<Optional<PersonRef>> find(ExternalId id);

    /** Every id by which the person is known. */
    Uni<List<ExternalId>> idsOf(String personId);

    /**
     * Makes all of {@code aliases} name the person of {@code id} from now on; what was recorded before keeps its person. Who
     * loses their last id by it is the same person from then on, and is forgotten with them.
     */
    Uni<Void> link(List<ExternalId> aliases, ExternalId id);

    /** A person became so, by a transaction of this replica that is committed. */
    void changed(PersonRef person, long version);

    /** A person was erased, by a transaction of this replica that is committed. */
    void erased(String personId);
}
