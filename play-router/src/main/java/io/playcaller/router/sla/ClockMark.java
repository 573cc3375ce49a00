package io.playcaller.router.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line in the log of one run of a clock. Between two marks time counts by the calendar of the earlier one, unless that
 * paused it: so the log and the calendars are enough to work out what it has left at any time.
 *
 * @param target business time that it has from here on, in all
 * @param consumed business time that it had used up by then
 * @param calendar id of the one by which time counts from here on; empty in runs of before there was a log
 * @param because why it was paused, or, of a pause, why that is one; null otherwise
 */
public record ClockMark(
        Kind kind,
        Instant at,
        Duration target,
        Duration consumed,
        String calendar,
        @Nullable PauseReason because) {

    /** What happened to it. */
    public enum Kind {
        STARTED,
        PAUSED,
        RESUMED,
        /** Its target, its ladder or its calendar became another. */
        REDERIVED
    }

    /** Whether time counts from here on. */
    boolean counts() {
        return kind != Kind.PAUSED;
    }
}
