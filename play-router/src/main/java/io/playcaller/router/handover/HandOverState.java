package io.playcaller.router.handover;

/** Where a hand-over stands. */
public enum HandOverState {
    /** Whoever is to have the account has not answered: it is still its former owner's. */
    PROPOSED,
    /** Accepted; the account passes at the stated instant. */
    ACCEPTED,
    /** The account has passed. */
    EFFECTIVE,
    /** Refused, with the reason: the account stays where it is. */
    REJECTED,
    /** Taken back by who proposed it, or by a lead. */
    WITHDRAWN;

    public boolean isOpen() {
        return this == PROPOSED || this == ACCEPTED;
    }
}
