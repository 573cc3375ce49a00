package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.DayRange;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.ClockMark;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ana is away for a week and Ben takes her task over: it runs by his days from then on. */
class HandingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");
    private static final Assignment BEN = new Assignment("csm", "ben", "taken", "Ben Berg took it unassigned.");
    private static final Actor BY_BEN = new Actor("ben", "ben", "Ben Berg");
    private static final Actor BY_ANA = new Actor("ana", "ana", "Ana Lima");

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar always = rules.calendars().of("24x7");
    private final BusinessCalendar away =
            always.without(List.of(new DayRange(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 9))));
    private final Task task = new TaskDecider(NOW)
            .create(order(), Signals.of("a1").build(), ANA, away)
            .after();
    private final Instant takenAt = NOW.plus(Duration.ofHours(2));

    @Test
    void aTakeoverDoesNotKeepAnAbsentColleaguesDeadlines() {
        // Given: her days off hold what only she can do
        Duration target = run(task, Clock.FIRST_TOUCH).target();
        assertThat(run(task, Clock.FIRST_TOUCH).dueAt())
                .isAfter(always.add(NOW, target).plus(Duration.ofDays(6)));

        // When
        Changed taken = takenOver();

        // Then
        SlaClock run = run(taken.after(), Clock.FIRST_TOUCH);
        assertThat(run.dueAt()).isEqualTo(always.add(NOW, target));
        assertThat(run.log())
                .extracting(ClockMark::kind)
                .containsExactly(ClockMark.Kind.STARTED, ClockMark.Kind.REDERIVED);
        assertThat(run.log().get(1).consumed()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void itsTimersGoWithIt() {
        Changed taken = takenOver();

        assertThat(taken.armed())
                .filteredOn(timer -> timer.clock() == Clock.FIRST_TOUCH)
                .singleElement()
                .satisfies(timer -> assertThat(timer.dueAt())
                        .isEqualTo(run(taken.after(), Clock.FIRST_TOUCH)
                                .alarms()
                                .get(0)
                                .at()));
        assertThat(taken.cancelled())
                .as("that of the same alarm at her instant")
                .filteredOn(timer -> timer.clock() == Clock.FIRST_TOUCH)
                .hasSize(1);
    }

    @Test
    void aTakeoverIsAnAcceptance() {
        Changed taken = takenOver();

        assertThat(run(taken.after(), Clock.ACCEPT).isRunning()).isFalse();
        assertThat(run(taken.after(), Clock.UPDATE).log()).as("began with him").hasSize(1);
    }

    @Test
    void whoHasItAlreadyChangesNoClock() {
        Changed accepted = (Changed) new TaskDecider(takenAt).acknowledge(task, BY_ANA, ANA, away);

        assertThat(new Handing(takenAt, away, away).on(accepted)).isEqualTo(accepted);
    }

    private Changed takenOver() {
        Changed step = (Changed) new TaskDecider(takenAt).takeOver(task, BY_BEN, BEN, always);
        return new Handing(takenAt, away, always).on(step);
    }

    private static SlaClock run(Task of, Clock clock) {
        return of.clock(clock).orElseThrow();
    }

    private WorkOrder order() {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        SlaPolicy policy = SlaPolicy.of(Severity.HIGH, play.sla(), play.giveUp(), play.escalation(), rules.sla());
        return new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
    }
}
