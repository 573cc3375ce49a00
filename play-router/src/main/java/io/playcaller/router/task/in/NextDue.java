package io.playcaller.router.task.in;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.SlaClock;
import java.time.Duration;
import java.time.Instant;

/**
 * What is to be met first.
 *
 * @param left business time until then; zero when none is
 * @param over business time since then; zero while there is still time
 */
public record NextDue(Clock clock, Instant at, Duration left, Duration over) {

    /**
     * Whether there is time is what the instant says at which the clock runs out; {@code calendar} may be another than that
     * by which the clock was started, where somebody else has the task now.
     */
    static NextDue of(SlaClock run, BusinessCalendar calendar, Instant now) {
        Duration over = run.pausedSince().isPresent() ? Duration.ZERO : calendar.between(run.dueAt(), now);
        return new NextDue(run.clock(), run.dueAt(), left(run, calendar, now), over);
    }

    private static Duration left(SlaClock run, BusinessCalendar calendar, Instant now) {
        if (run.pausedSince().isPresent()) {
            Duration left = run.target().minus(run.consumed(now, calendar));
            return left.isNegative() ? Duration.ZERO : left;
        }
        Duration left = calendar.between(now, run.dueAt());
        return left.isZero() && now.isBefore(run.dueAt()) ? Duration.between(now, run.dueAt()) : left;
    }
}
