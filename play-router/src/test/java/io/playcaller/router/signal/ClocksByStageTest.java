package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaRule;
import io.playcaller.router.sla.SlaTable;
import io.playcaller.router.sla.SlaTargets;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A policy for a stage holds as soon as the account is in that stage, whatever its signals say of the time before. */
class ClocksByStageTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration AT_RENEWAL = Duration.ofHours(3);

    private final SignalDecider decider = new SignalDecider(Router.of(rules(), NOW));
    private AccountDesk desk = AccountDesk.EMPTY;

    @Test
    void whatJoinsATaskAsksForTheClocksOfTheStageOfNow() {
        // Given: a task of when the account was in adoption
        Task seats = take(of(Reason.USAGE_SEATS_IDLE, Severity.MEDIUM).build());
        atRenewal();

        // When
        Task joined = take(of(Reason.REL_SPONSOR_LEFT, Severity.HIGH).build());

        // Then
        assertThat(joined.taskId()).isEqualTo(seats.taskId());
        assertThat(joined.due().accept()).isEqualTo(NOW.plus(AT_RENEWAL));
    }

    @Test
    void soDoesASignalOfATaskThatGetsGraver() {
        Signals seats = of(Reason.USAGE_SEATS_IDLE, Severity.LOW);
        take(seats.build());
        atRenewal();

        Task raised = take(seats.severity(Severity.MEDIUM)
                .transition(2, SignalState.UPDATED)
                .build());

        assertThat(raised.due().accept()).isEqualTo(NOW.plus(AT_RENEWAL));
    }

    private void atRenewal() {
        KnownAccount known = new KnownAccount("Acme", List.of(), 0, "renewal", NOW);
        desk = new AccountDesk(known, desk.signals(), desk.openTasks());
    }

    private static RouterRules rules() {
        RouterRules shipped = TestRules.read();
        SlaTargets targets =
                new SlaTargets(Map.of(Clock.ACCEPT, BusinessTime.parse("3bh").orElseThrow()));
        SlaRule renewal = new SlaRule(
                "renewals",
                new SlaRule.When(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("renewal")),
                targets,
                Set.of(),
                null,
                null);
        SlaTable sla = new SlaTable(
                shipped.sla().targets(),
                shipped.sla().warnPercent(),
                shipped.sla().ladders(),
                List.of(renewal));
        return new RouterRules(
                shipped.version(),
                shipped.calendars(),
                shipped.roles(),
                shipped.plays(),
                sla,
                shipped.directory(),
                List.of(),
                shipped.coverage());
    }

    private static Signals of(Reason reason, Severity severity) {
        return Signals.of("a").reason(reason).severity(severity).owner("csm", "ana");
    }

    private Task take(SignalChanged signal) {
        SignalEffects effects = decider.decide(desk, signal, Workload.EMPTY);
        desk = desk.after(effects);
        assertThat(effects.tasks()).hasSize(1);
        return effects.tasks().get(0).after();
    }
}
