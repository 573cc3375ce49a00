package io.playcaller.router.timer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.Alarm;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.store.Columns;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.Timer;
import io.playcaller.router.task.WorkOrder;
import io.playcaller.router.task.out.PgTimers.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimerRoundTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");

    private final RouterRules rules = TestRules.read();
    private final Task task = task();

    @Test
    void whatATaskArmsAndIsDueIsHeardInItsTurn() {
        // Given: nobody looked until long after the last clock; all four are due
        Instant later = NOW.plus(Duration.ofDays(400));

        // When
        TimerRound round = round(later, task.timers().stream().sorted(byDue()).toList());

        // Then
        assertThat(round.fired()).extracting(Timer::dueAt).isSorted();
        assertThat(round.fired()).hasSize(alarms(later)).doesNotHaveDuplicates();
        assertThat(round.fired()).last().extracting(Timer::clock).isEqualTo(Clock.GIVE_UP);
        assertThat(round.stale()).isEmpty();
    }

    @Test
    void ofAFullSetNothingIsFiredAfterItsLast() {
        // Given: only the earliest was claimed, although all are due
        Timer first = task.timers().stream().min(byDue()).orElseThrow();

        // When
        TimerRound round = round(first.dueAt(), List.of(first));

        // Then
        assertThat(round.fired()).containsExactly(first);
    }

    private TimerRound round(Instant until, List<Timer> claimed) {
        TimerRound round = new TimerRound(until);
        claimed.forEach(timer -> round.load(new Due(timer, Columns.json(task))));
        round.decideAll(new TimerDecisions(rules, until, Map.of(), Set.of(), Workload.EMPTY)::decide);
        return round;
    }

    private int alarms(Instant until) {
        return (int) task.clocks().stream()
                .flatMap(clock -> clock.alarms().stream())
                .map(Alarm::at)
                .filter(at -> !at.isAfter(until))
                .count();
    }

    private static Comparator<Timer> byDue() {
        return Comparator.comparing(Timer::dueAt);
    }

    private Task task() {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        SlaPolicy policy = SlaPolicy.of(Severity.HIGH, play.sla(), play.giveUp(), play.escalation(), rules.sla());
        WorkOrder order = new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
        return new TaskDecider(NOW)
                .create(order, Signals.of("a1").build(), ANA, rules.calendars().of("24x7"))
                .after();
    }
}
