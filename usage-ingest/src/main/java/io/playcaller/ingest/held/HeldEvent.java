package io.playcaller.ingest.held;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.person.ExternalId;
import java.time.Instant;

/**
 * An event that waits.
 *
 * @param seq its place in the order in which events began to wait; those of one person leave in it
 */
public record HeldEvent(long seq, ClaimKey key, ExternalId who, Instant heldUntil, DeadLetter letter) {}
