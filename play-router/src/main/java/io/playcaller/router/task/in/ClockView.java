package io.playcaller.router.task.in;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.Alarm;
import io.playcaller.router.sla.ClockMark;
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
 * @param state {@code running}, {@code paused}, {@code late} (runs on after its time), {@code met} or {@code missed}
 * @param alarms what it says and when, in order
 * @param log what happened to it: enough to work out what it had left at any time
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
        List<AlarmView> alarms,
        List<MarkView> log) {

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

    /**
     * A line of its log: from here on time counts by {@code calendar}, unless it was paused.
     *
     * @param kind {@code started}, {@code paused}, {@code resumed} or {@code rederived}
     * @param consumed business time that it had used up by then
     */
    public record MarkView(
            String kind,
            Instant at,
            Duration target,
            Duration consumed,
            String calendar,
            @Nullable String because) {

        static MarkView of(ClockMark mark) {
            return new MarkView(
                    mark.kind().name().toLowerCase(Locale.ROOT),
                    mark.at(),
                    mark.target(),
                    mark.consumed(),
                    mark.calendar(),
                    mark.because() == null ? null : mark.because().wire());
        }
    }

    static ClockView of(SlaClock run, BusinessCalendar calendar, Instant now) {
        Duration consumed = run.consumed(now, calendar);
        Duration left = run.target().minus(consumed);
        return new ClockView(
                run.clock(),
                run.cycle(),
                state(run, now),
                run.startedAt(),
                run.dueAt(),
                run.stoppedAt(),
                run.target(),
                consumed,
                left.isNegative() ? Duration.ZERO : left,
                calendar.id(),
                run.alarms().stream()
                        .map(alarm -> AlarmView.of(alarm, run.fired()))
                        .toList(),
                run.log().stream().map(MarkView::of).toList());
    }

    private static String state(SlaClock run, Instant now) {
        if (run.clock() == Clock.PAUSE) {
            return run.isRunning() ? "running" : "met";
        }
        boolean breached = run.isBreached(now);
        if (run.isRunning() && run.pausedSince().isPresent()) {
            return "paused";
        }
        if (run.isRunning()) {
            return breached ? "late" : "running";
        }
        return breached ? "missed" : "met";
    }
}
