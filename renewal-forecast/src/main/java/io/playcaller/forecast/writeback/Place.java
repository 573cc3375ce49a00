package io.playcaller.forecast.writeback;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in the order in which facts were made.
 *
 * @param id breaks ties; empty before all of the same time
 * @param back where reading goes back to once it is at the end of what there is: what is later was read when something before it could still be
 *     committed; null while nothing was
 */
public record Place(Instant at, String id, @Nullable Instant back) {

    public static final Place BEGINNING = new Place(Instant.EPOCH, "");

    /** So long after a later one a transaction may still commit. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /** Before it nothing is missing. */
    public Place(Instant at, String id) {
        this(at, id, null);
    }

    /**
     * Where to go on after reading from here. Page by page it is the last place that was found. At the end of what there is it is the first time
     * that may still have been moving when it was read, however many pages ago: so nothing is missed, and some facts come twice.
     *
     * @param last that was found; this where nothing was
     * @param more whether there may be more
     * @param now before it was looked
     */
    public Place next(Place last, boolean more, Instant now) {
        Instant settled = now.minus(OVERLAP);
        Instant moving = back != null || last.at.isBefore(settled) ? back : settled;
        return more || moving == null ? new Place(last.at, last.id, moving) : new Place(moving, "");
    }
}
