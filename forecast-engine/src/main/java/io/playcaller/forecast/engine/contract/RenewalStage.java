package io.playcaller.forecast.engine.contract;

/** How far the work on a renewal is. Ordered. */
public enum RenewalStage {
    NOT_STARTED,
    PREPARING,
    VALUE_CONFIRMED,
    PROPOSAL,
    /** The customer has agreed, or its terms no longer let it go. */
    VERBAL,
    CLOSED
}
