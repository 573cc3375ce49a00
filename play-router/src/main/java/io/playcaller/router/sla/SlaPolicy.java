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
 * @param ladder whom a late clock tells, in order
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
        return target(clock, calendar).map(target -> {
            List<Alarm> alarms = clock == Clock.GIVE_UP
                    ? List.of(new Alarm(1, AlarmKind.GIVE_UP, calendar.add(now, target), null))
                    : alarms(now, target, calendar);
            return SlaClock.running(clock, cycle, now, target, calendar.add(now, target), alarms);
        });
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

    /** Ordered by instant; at the same instant the breach comes before whom it is told. */
    private List<Alarm> alarms(Instant start, Duration target, BusinessCalendar calendar) {
        List<Alarm> alarms = new ArrayList<>();
        alarms.add(new Alarm(0, AlarmKind.WARN, calendar.add(start, percentOf(target, warnPercent)), null));
        alarms.add(new Alarm(0, AlarmKind.BREACH, calendar.add(start, target), null));
        for (EscalationStep step : ladder) {
            Duration extra = step.afterBreach() == null
                    ? Duration.ZERO
                    : step.afterBreach().by(calendar);
            Instant at = calendar.add(start, percentOf(target, step.percent()).plus(extra));
            alarms.add(new Alarm(0, AlarmKind.ESCALATE, at, step.tell()));
        }
        alarms.sort(Comparator.comparing(Alarm::at).thenComparing(Alarm::kind));
        List<Alarm> numbered = new ArrayList<>();
        for (Alarm alarm : alarms) {
            numbered.add(alarm.atLevel(numbered.size() + 1));
        }
        return List.copyOf(numbered);
    }

    private static Duration percentOf(Duration target, int percent) {
        return target.multipliedBy(percent).dividedBy(100);
    }
}
