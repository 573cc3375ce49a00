package io.playcaller.router.timer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.delivery.person.Telling;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.AlarmKind;
import io.playcaller.router.sla.EscalationStep;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.Timer;
import io.playcaller.router.task.WorkOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A ladder on people: ana and ben share a pool, lea leads both, dora leads lea. */
class TimerDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final EscalationStep NEXT = reassign("next");

    private final RouterRules rules = TestRules.read();

    @Test
    void whatNobodyOfAPoolTakesInTimeGoesToTheNextBestThenToTheLeadAndThenStays() {
        Task task = task(assigned("ana", "pool"), NEXT);

        Changed first = passedOn(task);
        Changed second = passedOn(first.after());
        Changed third = passedOn(second.after());

        assertThat(List.of(first, second, third))
                .extracting(step -> step.after().assignment().staffId())
                .containsExactly("ben", "lea", "lea");
        assertThat(List.of(first, second, third))
                .extracting(step -> step.step().transition())
                .containsExactly(TaskTransition.ASSIGNED, TaskTransition.ASSIGNED, TaskTransition.NOTED);
        assertThat(third.step().sentence()).isEqualTo("It was to go on 2 times already, and stays where it is.");
    }

    @Test
    void whoeverHasItNextIsToAcceptItAnewAndTheOtherClocksRunOn() {
        Task task = task(assigned("ana", "pool"), NEXT);

        Task after = passedOn(task).after();

        assertThat(after.state()).isEqualTo(TaskState.OPEN);
        assertThat(after.clocks())
                .filteredOn(run -> run.clock() == Clock.ACCEPT)
                .extracting(SlaClock::isRunning)
                .containsExactly(false, true);
        assertThat(after.clock(Clock.COMPLETE)).isEqualTo(task.clock(Clock.COMPLETE));
    }

    @Test
    void whoHasItNextAndWhoHadItAreTold() {
        Changed first = passedOn(task(assigned("ana", "pool"), NEXT));

        assertThat(Telling.of(first)).extracting(Telling::staffId).containsExactly("ben", "ana");
    }

    @Test
    void whatCameToSomebodyByNameStaysTheirs() {
        Changed stays = passedOn(task(assigned("ana", "named-owner"), NEXT));

        assertThat(stays.after().assignment().staffId()).isEqualTo("ana");
        assertThat(stays.step().sentence()).isEqualTo("It stays where it is: it came to its person by name.");
    }

    @Test
    void aLadderCanGiveATaskToSomebodyByName() {
        Changed given = passedOn(task(assigned("ana", "named-owner"), reassign("person:dora")));

        assertThat(given.after().assignment().staffId()).isEqualTo("dora");
    }

    @Test
    void ofAPersonWhoIsAwayTheLeadIsTold() {
        Changed told = fired(task(assigned("ana", "pool"), tell("person:eve")), AlarmKind.ESCALATE);

        assertThat(told.after().escalatedTo().staffId()).isEqualTo("lea");
        assertThat(told.step().sentence()).startsWith("Nobody is here of Eve Ende.");
    }

    @Test
    void ofATeamThatNobodyIsInTheLeadIsTold() {
        Changed told = fired(task(assigned("ana", "pool"), tell("team:north")), AlarmKind.ESCALATE);

        assertThat(Telling.of(told)).extracting(Telling::staffId).containsExactly("lea");
    }

    @Test
    void ofATeamAllAreToldWhoAreHereButForWhoHasIt() {
        Changed told = fired(task(assigned("ana", "pool"), tell("team:west")), AlarmKind.ESCALATE);

        assertThat(Telling.of(told)).extracting(Telling::staffId).containsExactly("ben", "lea");
        assertThat(told.step().sentence()).isEqualTo("Team west is told: Ben Berg, Lea Lund.");
    }

    private Changed passedOn(Task task) {
        return fired(task, AlarmKind.REASSIGN);
    }

    /** What the clock of the acceptance says until it says something of a kind. */
    private Changed fired(Task task, AlarmKind until) {
        Task at = task;
        while (true) {
            Timer next = at.timers().stream()
                    .filter(timer -> timer.clock() == Clock.ACCEPT)
                    .findFirst()
                    .orElseThrow();
            boolean last = at.awaited(next).orElseThrow().kind() == until;
            Changed changed = (Changed)
                    new TimerDecisions(rules, next.dueAt(), Map.of(), Set.of(), Workload.EMPTY).decide(at, next);
            if (last) {
                return changed;
            }
            at = changed.after();
        }
    }

    private Task task(Assignment to, EscalationStep step) {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        SlaPolicy shipped = SlaPolicy.of(Severity.HIGH, play.sla(), play.giveUp(), null, rules.sla());
        SlaPolicy policy = new SlaPolicy(
                shipped.severity(),
                shipped.own(),
                shipped.bySeverity(),
                shipped.giveUp(),
                shipped.warnPercent(),
                List.of(step));
        WorkOrder order = new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
        return new TaskDecider(NOW)
                .create(order, Signals.of("a1").build(), to, rules.calendars().of("24x7"))
                .after();
    }

    private static Assignment assigned(String staffId, String how) {
        return new Assignment("csm", staffId, how, "It is theirs.");
    }

    private static EscalationStep tell(String whom) {
        return new EscalationStep(100, null, whom);
    }

    private static EscalationStep reassign(String whom) {
        return new EscalationStep(AlarmKind.REASSIGN, Set.of(Clock.ACCEPT), 100, null, 0, null, whom);
    }
}
