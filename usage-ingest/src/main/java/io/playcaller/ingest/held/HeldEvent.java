package io.playcaller.ingest.held;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.person.ExternalId;

/**
 * An event that waits.
 *
 * @param seq its place in the order in which events began to wait; those of one id of a person leave in it
 * @param letter what it becomes at its end
 */
public record HeldEvent(long seq, ClaimKey key, ExternalId who, DeadLetter letter) {

    /** The same, with another letter. */
    public HeldEvent becoming(DeadLetter other) {
        return new HeldEvent(seq, key, who, other);
    }
}
