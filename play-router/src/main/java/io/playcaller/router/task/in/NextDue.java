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

    static NextDue of(SlaClock run, BusinessCalendar calendar, Instant now) {
        Duration left = run.target().minus(run.consumed(now, calendar));
        boolean none = left.isNegative();
        return new NextDue(
                run.clock(), run.dueAt(), none ? Duration.ZERO : left, none ? left.negated() : Duration.ZERO);
    }
}
