package io.playcaller.ingest.claim.app;

import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * Claims go pending → confirmed and are kept for the window; in between may be the time for which an event waits for its
 * account. Only the lock of a pending claim lapses; the claim stays, so that a late retry of a delivery with unknown outcome
 * is told from a new event.
 */
public interface Claims {

    /**
     * One state per key, in their order. Never fails: a store that is away is a state.
     *
     * @param holder this delivery: asked again, after an answer that got lost, it has what it took
     * @param window how long a claim is kept, from now
     */
    Uni<List<ClaimState>> take(List<ClaimKey> keys, String holder, Duration window);

    /** The states that {@link #take} would meet; takes nothing. Never fails. */
    Uni<List<ClaimState>> look(List<ClaimKey> keys);

    /** They are stored. Best effort: unconfirmed, a retry is stored again and told by health-service. */
    Uni<Void> confirm(List<ClaimKey> keys, Duration window);

    /** They wait for their account, unless they are stored by now: a retry is a duplicate. Best effort. */
    Uni<Void> waits(List<ClaimKey> keys, Duration window);

    /**
     * They were refused: nothing is stored under them. A claim that only this delivery ever took is gone; one of a delivery
     * before it, whose outcome nobody knows, stays. Best effort.
     */
    Uni<Void> withdraw(List<ClaimKey> keys, String holder);

    /**
     * They were not stored, as far as this delivery knows: the next one need not wait for the lock. What another delivery took
     * over meanwhile stays locked. Best effort.
     */
    Uni<Void> release(List<ClaimKey> keys, String holder, Duration window);

    /**
     * They waited in vain and became dead letters: sent again, they are new. What is stored meanwhile, or being stored, stays:
     * so they may be forgotten twice. Fails when Redis does not answer.
     */
    Uni<Void> forget(List<ClaimKey> keys);
}
