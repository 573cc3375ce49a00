package io.playcaller.forecast.writeback;

import java.time.Duration;
import java.time.Instant;

/**
 * A place in the order in which facts were made.
 *
 * @param id breaks ties; empty before all of the same time
 */
public record Place(Instant at, String id) {

    public static final Place BEGINNING = new Place(Instant.EPOCH, "");

    /** So long after a later one a transaction may still commit. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /**
     * Where to go on after this, the last place that was found. At the end of what there is that lies two minutes back, so that nothing is
     * missed and some facts come twice.
     *
     * @param more whether there may be more
     * @param now before it was looked
     */
    public Place next(boolean more, Instant now) {
        Instant settled = now.minus(OVERLAP);
        return more || at.isBefore(settled) ? this : new Place(settled, "");
    }
}
