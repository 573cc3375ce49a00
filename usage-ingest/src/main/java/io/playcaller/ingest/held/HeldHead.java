package io.playcaller.ingest.held;

import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.person.ExternalId;
import java.time.Instant;

/**
 * An event that waits, without what it says.
 *
 * @param seq its place in the order in which events began to wait
 * @param bytes of the letter that it would become
 */
public record HeldHead(
        long seq, ClaimKey key, Place place, ExternalId who, Instant receivedAt, Instant heldUntil, int bytes) {}
