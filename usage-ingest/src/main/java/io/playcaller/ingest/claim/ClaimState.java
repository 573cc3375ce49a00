package io.playcaller.ingest.claim;

/** What a delivery meets when it claims an event. */
public enum ClaimState {
    /** Nobody had it, or whoever had it let it lapse: this delivery stores it. */
    TAKEN,
    /** It was stored: this delivery is a duplicate. */
    CONFIRMED,
    /** Another delivery is storing it now. */
    LOCKED,
    /** A delivery that began longer ago than anybody can tell duplicates never said how it ended. */
    UNDECIDED,
    /** Redis does not answer. */
    UNAVAILABLE
}
