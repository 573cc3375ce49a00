package io.playcaller.router.sla;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one task, decided: the play's own targets win over the severity's; a critical signal takes the shorter
 * of the two for each clock.
 *
 * @param own what the play states; empty when it states none
 * @param bySeverity what the table states for the signal's severity
 * @param giveUp after which the play ends unfinished; null for never
 * @param ladder whom a late clock tells or gives the task to, in order
 */
public record SlaPolicy(
        Severity severity,
        SlaTargets own,
        SlaTargets bySeverity,
        @Nullable BusinessTime giveUp,
        int warnPercent,
        List<EscalationStep> ladder) {

    public static SlaPolicy of(
            Severity severity, SlaTargets own, @Nullable BusinessTime giveUp, @Nullable String ladder, SlaTable table) {
        return new SlaPolicy(
                severity,
                own,
                table.targetsOf(severity),
                giveUp,
                table.warnPercentOf(severity),
                ladder == null ? List.of() : table.ladders().getOrDefault(ladder, List.of()));
    }

    /** The clocks that run from the creation of a task: all but the periodic update, which waits for an acceptance. */
    public List<SlaClock> atCreation(Instant now, BusinessCalendar calendar) {
        return Stream.of(Clock.ACCEPT, Clock.FIRST_TOUCH, Clock.COMPLETE, Clock.GIVE_UP)
                .map(clock -> start(clock, 1, now, calendar))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The {@code cycle}-th run of a clock, from {@code now}; empty when this policy does not run it. */
    public Optional<SlaClock> start(Clock clock, int cycle, Instant now, BusinessCalendar calendar) {
        BusinessCalendar own = calendarOf(clock, calendar);
        return plan(clock, own).map(plan -> SlaClock.running(clock, cycle, now, plan, own));
    }

    /**
     * By which a clock runs. An absence holds neither the acceptance nor a give-up, and nothing of what is critical: those
     * run by the person's place, so that somebody else hears of the task before they are back.
     *
     * @param ofPerson of the task's assignee
     */
    public BusinessCalendar calendarOf(Clock clock, BusinessCalendar ofPerson) {
        boolean waits = clock != Clock.ACCEPT && clock != Clock.GIVE_UP && severity != Severity.CRITICAL;
        return waits ? ofPerson : ofPerson.ofPlace();
    }

    /** Whether it would give a run the time that the run has. */
    public boolean gave(SlaClock run, BusinessCalendar ofPerson) {
        return target(run.clock(), calendarOf(run.clock(), ofPerson))
                .filter(run.target()::equals)
                .isPresent();
    }

    /** Whether a clock is given the same, and says the same, by {@code other}. */
    public boolean isSameFor(Clock clock, SlaPolicy other, BusinessCalendar calendar) {
        return equals(other) || plan(clock, calendar).equals(other.plan(clock, calendar));
    }

    /** What a clock is given and says; empty when this policy does not run it. */
    Optional<ClockPlan> plan(Clock clock, BusinessCalendar calendar) {
        return target(clock, calendar).map(target -> new ClockPlan(target, steps(clock, target, calendar)));
    }

    private Optional<Duration> target(Clock clock, BusinessCalendar calendar) {
        if (clock == Clock.GIVE_UP) {
            return Optional.ofNullable(giveUp).map(amount -> amount.by(calendar));
        }
        Optional<Duration> ofPlay = Optional.ofNullable(own.of(clock)).map(amount -> amount.by(calendar));
        Optional<Duration> ofTable = Optional.ofNullable(bySeverity.of(clock)).map(amount -> amount.by(calendar));
        if (own.isEmpty()) {
            return ofTable;
        }
        return severity == Severity.CRITICAL
                ? Stream.of(ofPlay, ofTable).flatMap(Optional::stream).min(Comparator.naturalOrder())
                : ofPlay;
    }

    private List<ClockPlan.Step> steps(Clock clock, Duration target, BusinessCalendar calendar) {
        if (clock == Clock.GIVE_UP) {
            return List.of(new ClockPlan.Step(AlarmKind.GIVE_UP, target, null));
        }
        List<ClockPlan.Step> steps = new ArrayList<>();
        steps.add(new ClockPlan.Step(AlarmKind.WARN, percentOf(target, warnPercent), null));
        steps.add(new ClockPlan.Step(AlarmKind.BREACH, target, null));
        ladder.stream().filter(step -> step.isOf(clock)).forEach(step -> {
            Duration after = percentOf(target, step.percent()).plus(length(step.afterBreach(), calendar));
            for (int time = 0; time <= step.repeat(); time++) {
                Duration again = length(step.every(), calendar).multipliedBy(time);
                steps.add(new ClockPlan.Step(step.kind(), after.plus(again), step.tell()));
            }
        });
        return List.copyOf(steps);
    }

    private static Duration length(@Nullable BusinessTime amount, BusinessCalendar calendar) {
        return amount == null ? Duration.ZERO : amount.by(calendar);
    }

    private static Duration percentOf(Duration target, int percent) {
        return target.multipliedBy(percent).dividedBy(100);
    }
}
