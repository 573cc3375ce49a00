package io.playcaller.router.task.in;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.Alarm;
import io.playcaller.router.sla.SlaClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of a clock.
 *
 * @param target business time that it was given
 * @param consumed business time that has passed, by its calendar
 * @param remaining business time that is left; zero when none is
 * @param state {@code running}, {@code late} (runs on after its time), {@code met} or {@code missed}
 * @param alarms what it says and when
 * @param fired how many of them it has said
 */
public record ClockView(
        Clock clock,
        int cycle,
        String state,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant stoppedAt,
        Duration target,
        Duration consumed,
        Duration remaining,
        String calendar,
        List<Alarm> alarms,
        int fired) {

    static ClockView of(SlaClock run, BusinessCalendar calendar, Instant now) {
        Instant until = run.stoppedAt() == null ? now : run.stoppedAt();
        return new ClockView(
                run.clock(),
                run.cycle(),
                state(run, now),
                run.startedAt(),
                run.dueAt(),
                run.stoppedAt(),
                run.target(),
                calendar.between(run.startedAt(), until),
                calendar.between(until, run.dueAt()),
                calendar.id(),
                run.alarms(),
                run.fired());
    }

    private static String state(SlaClock run, Instant now) {
        boolean breached = run.isBreached(now);
        if (run.isRunning()) {
            return breached ? "late" : "running";
        }
        return breached ? "missed" : "met";
    }
}
