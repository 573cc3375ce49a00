package io.playcaller.router.sla;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the clocks of a task would do if nobody did anything, and the way there day by day.
 *
 * @param calendar the assignee's
 * @param pauses in order, apart from each other
 */
public record SlaPreview(SlaPolicy policy, BusinessCalendar calendar, List<Pause> pauses) {

    /** A stretch in which the clocks stand still. */
    public record Pause(Instant from, Instant until, PauseReason because) {

        public Pause {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("a pause ends after it begins: " + from + " " + until);
            }
        }
    }

    /**
     * A clock.
     *
     * @param calendar id of the one by which it runs
     * @param path every day from its start until it runs out
     */
    public record ClockPath(
            Clock clock, Duration target, Instant dueAt, String calendar, List<Alarm> alarms, List<Day> path) {}

    /**
     * A local day of the calendar.
     *
     * @param consumed business time that counted on it
     * @param total business time that had counted by its end
     * @param why no time of it counted, or why less did; null where nothing is to be said
     */
    public record Day(
            LocalDate date,
            Duration consumed,
            Duration total,
            @Nullable String why) {}

    /** Every clock that the policy runs; the periodic update as if the task were accepted at {@code start}. */
    public List<ClockPath> from(Instant start) {
        return Stream.of(Clock.ACCEPT, Clock.FIRST_TOUCH, Clock.UPDATE, Clock.COMPLETE, Clock.GIVE_UP)
                .map(clock -> policy.start(clock, 1, start, calendar))
                .flatMap(Optional::stream)
                .map(this::paused)
                .map(this::path)
                .toList();
    }

    private SlaClock paused(SlaClock started) {
        BusinessCalendar own = policy.calendarOf(started.clock(), calendar);
        SlaClock run = started;
        for (Pause pause : pauses) {
            if (pause.until().isAfter(run.startedAt()) && pause.from().isBefore(run.dueAt())) {
                Instant from = pause.from().isBefore(run.startedAt()) ? run.startedAt() : pause.from();
                run = run.paused(from, pause.because(), own).resumed(pause.until(), policy, own);
            }
        }
        return run;
    }

    private ClockPath path(SlaClock run) {
        BusinessCalendar own = policy.calendarOf(run.clock(), calendar);
        List<Day> path = new ArrayList<>();
        Duration total = Duration.ZERO;
        LocalDate last = own.dayOf(run.dueAt());
        for (LocalDate date = own.dayOf(run.startedAt()); !date.isAfter(last); date = date.plusDays(1)) {
            Duration open = own.between(begin(date, own, run.startedAt()), end(date, own, run.dueAt()));
            Duration consumed = consumedBy(run, own, date).minus(total);
            total = total.plus(consumed);
            path.add(new Day(date, consumed, total, why(run, own, date, open, consumed)));
        }
        return new ClockPath(run.clock(), run.target(), run.dueAt(), own.id(), run.alarms(), path);
    }

    /** Business time that a run has used up by the end of a day. */
    private static Duration consumedBy(SlaClock run, BusinessCalendar own, LocalDate date) {
        Instant at = end(date, own, run.dueAt());
        ClockMark mark = run.log().get(0);
        for (ClockMark later : run.log()) {
            mark = later.at().isAfter(at) ? mark : later;
        }
        return mark.counts() ? mark.consumed().plus(own.between(mark.at(), at)) : mark.consumed();
    }

    private @Nullable String why(SlaClock run, BusinessCalendar own, LocalDate date, Duration open, Duration consumed) {
        if (open.equals(consumed)) {
            return own.whyOff(date).orElse(null);
        }
        Instant end = end(date, own, run.dueAt());
        return pauses.stream()
                .filter(pause -> pause.from().isBefore(end) && pause.until().isAfter(begin(date, own, run.startedAt())))
                .findFirst()
                .map(pause -> pause.because().wire())
                .orElse(null);
    }

    private static Instant begin(LocalDate date, BusinessCalendar own, Instant earliest) {
        Instant begin = date.atStartOfDay(own.zone()).toInstant();
        return begin.isBefore(earliest) ? earliest : begin;
    }

    private static Instant end(LocalDate date, BusinessCalendar own, Instant latest) {
        Instant end = date.plusDays(1).atStartOfDay(own.zone()).toInstant();
        return end.isAfter(latest) ? latest : end;
    }
}
