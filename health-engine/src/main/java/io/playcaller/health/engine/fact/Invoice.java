package io.playcaller.health.engine.fact;

/**
 * An invoice by its days.
 *
 * @param issuedDay {@link Long#MAX_VALUE} when it was withdrawn
 * @param paidDay {@link Long#MAX_VALUE} while it is not paid
 */
public record Invoice(long issuedDay, long dueDay, long paidDay) {

    private static final long NEVER = Long.MAX_VALUE;

    /** One that never was, as was told on {@code day}: it goes like one that was paid then. */
    static Invoice withdrawn(long day) {
        return new Invoice(NEVER, NEVER, day);
    }

    boolean stands() {
        return issuedDay != NEVER;
    }
}
