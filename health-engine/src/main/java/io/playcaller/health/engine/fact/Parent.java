package io.playcaller.health.engine.fact;

/**
 * The parent of an account for some days.
 *
 * @param untilDay first day that it is no longer so; {@link Long#MAX_VALUE} while it is
 */
public record Parent(String accountId, long fromDay, long untilDay) {

    boolean holdsOn(long day) {
        return fromDay <= day && day < untilDay;
    }
}
