package io.playcaller.router.task.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.DayRange;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The time that is left, of somebody who is away from tomorrow on. */
class NextDueTest {

    private static final Instant NOW = Instant.parse("2026-03-02T22:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar away = rules.calendars()
            .of("24x7")
            .without(List.of(new DayRange(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 9))));
    private final Task task = created();

    @Test
    void whatWaitsForThemHasItsTimeWhenTheyAreBack() {
        SlaClock run = task.clock(Clock.FIRST_TOUCH).orElseThrow();

        assertThat(left(task, run, run.dueAt().minus(HOUR))).isEqualTo(HOUR);
    }

    @Test
    void whatACriticalSignalBroughtDoesNotWaitForThemAndSaysSo() {
        SignalChanged critical = Signals.of("a")
                .reason(Reason.REL_SPONSOR_LEFT)
                .severity(Severity.CRITICAL)
                .build();
        Changed joined =
                (Changed) new TaskDecider(NOW).join(task, critical, policy("sponsor-left", Severity.CRITICAL), away);
        SlaClock run = joined.after().clock(Clock.FIRST_TOUCH).orElseThrow();

        assertThat(run.dueAt()).isEqualTo(NOW.plus(HOUR.multipliedBy(4)));
        assertThat(left(joined.after(), run, run.dueAt().minus(HOUR))).isEqualTo(HOUR);
    }

    private Duration left(Task of, SlaClock run, Instant at) {
        return NextDue.of(run, of.calendarOf(run, away), at).left();
    }

    private Task created() {
        SlaPolicy policy = policy("idle-seats", Severity.MEDIUM);
        WorkOrder order = new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), "idle-seats", "Idle seats", "Ask", 60, policy, NOW, List.of());
        SignalChanged seats = Signals.of("a").severity(Severity.MEDIUM).build();
        return new TaskDecider(NOW).create(order, seats, ANA, away).after();
    }

    private SlaPolicy policy(String key, Severity severity) {
        Play play = rules.plays().play(key).orElseThrow();
        return SlaPolicy.of(severity, play.sla(), play.giveUp(), play.escalation(), rules.sla());
    }
}
