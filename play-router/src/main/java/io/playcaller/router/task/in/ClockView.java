package io.playcaller.router.task.in;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.Alarm;
import io.playcaller.router.sla.SlaClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run of a clock.
 *
 * @param target business time that it was given
 * @param consumed business time that has passed, by its calendar
 * @param remaining business time that is left; zero when none is
 * @param state {@code running}, {@code late} (runs on after its time), {@code met} or {@code missed}
 * @param alarms what it says and when, in order
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
        List<AlarmView> alarms) {

    /**
     * What a clock says.
     *
     * @param tell {@code lead} or a role; null where the task's own people are told
     */
    public record AlarmView(
            int level, String kind, Instant at, @Nullable String tell, boolean fired) {

        static AlarmView of(Alarm alarm, int fired) {
            return new AlarmView(
                    alarm.level(),
                    alarm.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    alarm.at(),
                    alarm.tell(),
                    alarm.level() <= fired);
        }
    }

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
                run.alarms().stream()
                        .map(alarm -> AlarmView.of(alarm, run.fired()))
                        .toList());
    }

    private static String state(SlaClock run, Instant now) {
        boolean breached = run.isBreached(now);
        if (run.isRunning()) {
            return breached ? "late" : "running";
        }
        return breached ? "missed" : "met";
    }
}
