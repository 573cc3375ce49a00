package io.playcaller.health.engine.model;

import java.time.Duration;

/**
 * When an open ticket begins to count.
 *
 * @param sev1Signal age at which a severity-1 ticket is a signal
 * @param sev2Signal age at which a severity-2 ticket is a signal
 * @param floorAfter age at which a severity-1 ticket holds the score
 * @param floorScore the score that it is held at most at, milli-points
 * @param oldDays days after which any open ticket is old
 */
public record TicketAges(Duration sev1Signal, Duration sev2Signal, Duration floorAfter, long floorScore, int oldDays) {

    public TicketAges {
        Require.notNegative("tickets.sev1Signal", sev1Signal);
        Require.notNegative("tickets.sev2Signal", sev2Signal);
        Require.notNegative("tickets.floorAfter", floorAfter);
        Require.range("tickets.floorScore", floorScore, 0, 100_000);
        Require.range("tickets.oldDays", oldDays, 0, 365);
    }
}
