package io.playcaller.router.task.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OverdueTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar uk = rules.calendars().of("uk");
    private final BusinessCalendar pacific = rules.calendars().of("us-pacific");
    private final SlaClock run = accept();

    @Test
    void whatIsLeftIsTheTargetLessWhatWasUsedUp() {
        NextDue next = NextDue.of(run, uk, MONDAY.plus(Duration.ofMinutes(30)));

        assertThat(next.left()).isEqualTo(run.target().minus(Duration.ofMinutes(30)));
        assertThat(next.over()).isZero();
    }

    @Test
    void itIsLateByTheHoursThatPassedSince() {
        NextDue next = NextDue.of(run, uk, run.dueAt().plus(Duration.ofDays(1)));

        assertThat(next.left()).isZero();
        assertThat(next.over()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void whoHasOtherHoursIsNotToldOfTimeThatRanOutAndNotLateBefore() {
        NextDue before = NextDue.of(run, pacific, run.dueAt().minus(Duration.ofMinutes(30)));
        NextDue after = NextDue.of(run, pacific, run.dueAt().plus(Duration.ofMinutes(30)));

        assertThat(before.left()).isPositive();
        assertThat(before.over()).isZero();
        assertThat(after.left()).isZero();
    }

    private SlaClock accept() {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        SlaPolicy policy = SlaPolicy.of(Severity.HIGH, play.sla(), play.giveUp(), play.escalation(), rules.sla());
        WorkOrder order = new WorkOrder(
                UUID.randomUUID(),
                UUID.randomUUID(),
                play.key(),
                play.title(),
                play.ask(),
                60,
                policy,
                MONDAY,
                List.of());
        return new TaskDecider(MONDAY)
                .create(order, Signals.of("a1").build(), ANA, uk)
                .after()
                .firstDue()
                .orElseThrow();
    }
}
