package io.playcaller.health.engine.fact;

/**
 * A time in which an account is another one: what is done for it is told there, so that its own silence says nothing.
 *
 * @param into the other one; empty when there is none
 * @param since milliseconds
 * @param until {@link Long#MAX_VALUE} while it is so
 */
public record Merge(String into, long since, long until) {

    public static final Merge NONE = new Merge("", Long.MAX_VALUE, Long.MAX_VALUE);

    boolean holdsAt(long instant) {
        return hasBegunBy(instant) && !hasEndedBy(instant);
    }

    /** Whether it was, and is over. */
    boolean endedBy(long instant) {
        return hasBegunBy(instant) && hasEndedBy(instant);
    }

    private boolean hasBegunBy(long instant) {
        return !into.isEmpty() && since <= instant;
    }

    /** Also who sees everything sees no end where there is none. */
    private boolean hasEndedBy(long instant) {
        return until != Long.MAX_VALUE && until <= instant;
    }
}
