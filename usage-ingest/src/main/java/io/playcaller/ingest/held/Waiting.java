package io.playcaller.ingest.held;

import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.person.ExternalId;
import java.time.Instant;
import java.util.Set;

/**
 * An event that is to wait.
 *
 * @param who did it: the event waits for the edge of this person
 * @param heldUntil business time; then it becomes its letter
 * @param letter what it becomes, and what it is read from when it is released
 * @param persons hashes of everybody whom it names
 */
public record Waiting(ClaimKey key, ExternalId who, Instant heldUntil, Letter letter, Set<String> persons) {

    public Waiting {
        persons = Set.copyOf(persons);
    }

    /** How much it takes. */
    Amount amount() {
        return new Amount(1, letter.bytes());
    }

    /**
     * A letter as it is stored.
     *
     * @param place through which kind of door it came
     * @param bytes of {@code json}, as UTF-8
     */
    public record Letter(Place place, String json, int bytes) {}
}
