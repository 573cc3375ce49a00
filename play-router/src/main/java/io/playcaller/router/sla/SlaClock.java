package io.playcaller.router.sla;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.sla.ClockMark.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a clock: what it was given, when it runs out, what it says on the way, and how far it has come.
 *
 * @param cycle counts the runs of this clock on this task, from 1
 * @param target business time
 * @param dueAt when it runs out as things stand; while it is paused, when it would have
 * @param alarms in the order in which they fire
 * @param fired how many of them have
 * @param stoppedAt when what it waits for came, or was no longer needed; null while it runs or is paused
 * @param log what happened to it, from its start on; never empty
 */
public record SlaClock(
        Clock clock,
        int cycle,
        Instant startedAt,
        Duration target,
        Instant dueAt,
        List<Alarm> alarms,
        int fired,
        @Nullable Instant stoppedAt,
        List<ClockMark> log) {

    /** A run of before there was a log has one mark: its start. */
    public SlaClock {
        alarms = List.copyOf(alarms);
        log = log == null || log.isEmpty()
                ? List.of(new ClockMark(Kind.STARTED, startedAt, target, Duration.ZERO, "", null))
                : List.copyOf(log);
    }

    static SlaClock running(Clock clock, int cycle, Instant startedAt, ClockPlan plan, BusinessCalendar calendar) {
        ClockMark start = new ClockMark(Kind.STARTED, startedAt, plan.target(), Duration.ZERO, calendar.id(), null);
        List<Alarm> alarms = new ArrayList<>();
        for (ClockPlan.Step step : plan.steps()) {
            Instant at = calendar.add(startedAt, step.after());
            alarms.add(new Alarm(alarms.size() + 1, step.kind(), at, step.tell()));
        }
        return new SlaClock(
                clock,
                cycle,
                startedAt,
                plan.target(),
                calendar.add(startedAt, plan.target()),
                alarms,
                0,
                null,
                List.of(start));
    }

    /**
     * A pause, as a run of its own: when it runs out it says that what it holds goes on.
     *
     * @param calendar by which the pause was granted
     */
    public static SlaClock pause(
            int cycle, Instant from, Instant until, PauseReason because, BusinessCalendar calendar) {
        Duration target = calendar.between(from, until);
        return new SlaClock(
                Clock.PAUSE,
                cycle,
                from,
                target,
                until,
                List.of(new Alarm(1, AlarmKind.RESUME, until, null)),
                0,
                null,
                List.of(new ClockMark(Kind.STARTED, from, target, Duration.ZERO, calendar.id(), because)));
    }

    /** A pause that has run out and goes on: it says so once more at {@code until}. */
    public SlaClock prolonged(Instant at, Instant until, BusinessCalendar calendar) {
        Duration used = consumed(at, calendar);
        Duration next = used.plus(calendar.between(at, until));
        List<Alarm> said = new ArrayList<>(alarms);
        said.add(new Alarm(alarms.size() + 1, AlarmKind.RESUME, until, null));
        return new SlaClock(clock, cycle, startedAt, next, until, said, fired, stoppedAt, log)
                .marked(new ClockMark(Kind.REDERIVED, at, next, used, calendar.id(), because()));
    }

    /** Whether it is still to be met; also while it is paused. */
    public boolean isRunning() {
        return stoppedAt == null;
    }

    /** Since when it is paused; empty when it is not. */
    public Optional<Instant> pausedSince() {
        return last().kind() == Kind.PAUSED ? Optional.of(last().at()) : Optional.empty();
    }

    /** Why it was paused last, or, of a pause, why it is one; null where nothing was said. */
    public @Nullable PauseReason because() {
        return last().because();
    }

    /** What it says next; empty when it has said all or stands still. */
    public Optional<Alarm> next() {
        boolean speaks = isRunning() && pausedSince().isEmpty();
        return speaks && fired < alarms.size() ? Optional.of(alarms.get(fired)) : Optional.empty();
    }

    public SlaClock afterFiring() {
        return new SlaClock(clock, cycle, startedAt, target, dueAt, alarms, fired + 1, stoppedAt, log);
    }

    public SlaClock stopped(Instant at) {
        return isRunning() ? new SlaClock(clock, cycle, startedAt, target, dueAt, alarms, fired, at, log) : this;
    }

    /** Whether time ran out before it stopped or paused, or before {@code now} while it runs. */
    public boolean isBreached(Instant now) {
        Instant until = stoppedAt == null ? now : stoppedAt;
        return pausedSince().orElse(until).isAfter(dueAt);
    }

    /** Whether it runs out when it does because time counts by {@code calendar}. */
    public boolean runsBy(BusinessCalendar calendar) {
        Duration left = last().target().minus(last().consumed());
        return !left.isNegative() && calendar.add(last().at(), left).equals(dueAt);
    }

    /** Business time that it has used up by {@code now}; {@code calendar} is the one by which it runs. */
    public Duration consumed(Instant now, BusinessCalendar calendar) {
        Instant until = stoppedAt == null ? now : stoppedAt;
        return last().counts() ? last().consumed().plus(calendar.between(last().at(), until)) : last().consumed();
    }

    /**
     * Stands still from {@code at} on, and keeps what it has used up.
     *
     * @param calendar by which it ran until then
     */
    public SlaClock paused(Instant at, PauseReason because, BusinessCalendar calendar) {
        if (!isRunning() || pausedSince().isPresent()) {
            return this;
        }
        return marked(new ClockMark(Kind.PAUSED, at, target, consumed(at, calendar), last().calendar(), because));
    }

    /**
     * Runs on with what it had left.
     *
     * @param policy by which it was started
     * @param calendar by which it runs from {@code at} on
     */
    public SlaClock resumed(Instant at, SlaPolicy policy, BusinessCalendar calendar) {
        return pausedSince().isEmpty() || !isRunning()
                ? this
                : policy.plan(clock, calendar)
                        .map(plan -> derived(Kind.RESUMED, counting(at), last().consumed(), plan, calendar))
                        .orElse(this);
    }

    /**
     * Goes on by another policy or calendar: what it has used up stays used up, what it has said stays said. Where the new
     * target is used up already, it runs out at {@code at}. One that is paused takes over both when it is resumed; one that
     * {@code policy} does not have runs on as it was.
     *
     * @param past the calendar by which it ran until then
     */
    public SlaClock rederived(Instant at, BusinessCalendar past, SlaPolicy policy, BusinessCalendar calendar) {
        return pausedSince().isPresent() || !isRunning()
                ? this
                : policy.plan(clock, calendar)
                        .map(plan -> derived(Kind.REDERIVED, counting(at), consumed(at, past), plan, calendar))
                        .orElse(this);
    }

    /** From when on time counts after a change at {@code at}: what begins later still begins then. */
    private Instant counting(Instant at) {
        return at.isBefore(startedAt) ? startedAt : at;
    }

    private SlaClock derived(Kind kind, Instant at, Duration used, ClockPlan plan, BusinessCalendar calendar) {
        List<Alarm> next = new ArrayList<>(alarms.subList(0, fired));
        for (ClockPlan.Step step : plan.without(alarms.subList(0, fired))) {
            Duration left = step.after().minus(used);
            Instant when = left.isNegative() || left.isZero() ? overdue(step, at) : calendar.add(at, left);
            next.add(new Alarm(next.size() + 1, step.kind(), when, step.tell()));
        }
        Instant due = due(at, plan.target().minus(used), calendar);
        ClockMark mark = new ClockMark(kind, at, plan.target(), used, calendar.id(), null);
        return new SlaClock(clock, cycle, startedAt, plan.target(), due, next, fired, stoppedAt, log).marked(mark);
    }

    /** What was said to have run out stays so. */
    private Instant due(Instant at, Duration left, BusinessCalendar calendar) {
        boolean said = alarms.subList(0, fired).stream()
                .anyMatch(alarm -> alarm.kind() == AlarmKind.BREACH || alarm.kind() == AlarmKind.GIVE_UP);
        if (said) {
            return dueAt;
        }
        if (left.isNegative() || left.isZero()) {
            return dueAt.isAfter(ranUntil(at)) ? at : dueAt;
        }
        return calendar.add(at, left);
    }

    /** Of what should have been said by {@code at}: when its time came while it ran, if it did. */
    private Instant overdue(ClockPlan.Step step, Instant at) {
        return alarms.subList(fired, alarms.size()).stream()
                .filter(alarm -> step.isSaidBy(alarm) && !alarm.at().isAfter(ranUntil(at)))
                .findFirst()
                .map(Alarm::at)
                .orElse(at);
    }

    private Instant ranUntil(Instant at) {
        return pausedSince().orElse(at);
    }

    private SlaClock marked(ClockMark mark) {
        List<ClockMark> marks = new ArrayList<>(log);
        marks.add(mark);
        return new SlaClock(clock, cycle, startedAt, target, dueAt, alarms, fired, stoppedAt, marks);
    }

    private ClockMark last() {
        return log.get(log.size() - 1);
    }
}
