package io.playcaller.router.staff;

/**
 * How the customers of a tier are served.
 *
 * @param servedBy role whose people serve them
 * @param atLeast accounts of this tier alone that a person's book holds, at least
 * @param atMost and at most
 */
public record TierCoverage(Kind kind, String servedBy, int atLeast, int atMost) {

    /** Who serves. */
    public enum Kind {
        /** A person whom the account knows. */
        NAMED,
        /** Whoever of a pool has room. */
        POOLED,
        /** Programmes; people where these do not help. */
        DIGITAL
    }
}
