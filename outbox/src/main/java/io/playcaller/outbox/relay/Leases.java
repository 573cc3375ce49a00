package io.playcaller.outbox.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Who relays which shard, judged by the database's clock. */
public interface Leases {

    /**
     * Makes shards 0 to {@code shards - 1} known, so that they can be claimed.
     *
     * @return how many are known: those too of a time when there were more, in which records may wait
     */
    int prepare(int shards);

    /** Says that {@code owner} lives for {@code ttl} from now and answers how many do. */
    int beat(String owner, Duration ttl);

    /** Prolongs what {@code owner} holds, also what lapsed and nobody took, and answers it. */
    List<Lease> renew(String owner, Duration ttl);

    /** Takes at most {@code atMost} shards that are free or lapsed, the highest first. */
    List<Lease> claim(String owner, Duration ttl, int atMost);

    /**
     * Takes at most {@code atMost} of the shards below {@code below}: of those that are free or lapsed, then of those that somebody
     * holds beyond {@code fair}, the lowest first. Who held one hears of it as of a lease that lapsed.
     */
    List<Lease> share(String owner, Duration ttl, int below, int fair, int atMost);

    /**
     * Takes a shard for good, in the name of an epoch that its owner got elsewhere.
     *
     * @return whether it was taken: not when the shard was taken with this epoch or a higher one by another
     */
    boolean take(Lease lease);

    /** What {@code owner} holds and has not lapsed. */
    List<Lease> held(String owner);

    /** Gives back, where still held. */
    void giveBack(Collection<Lease> leases);

    /** Forgets that {@code owner} lives. */
    void leave(String owner);
}
