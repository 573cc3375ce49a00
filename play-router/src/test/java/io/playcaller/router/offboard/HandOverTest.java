package io.playcaller.router.offboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.offboard.HandOver.Step;
import io.playcaller.router.offboard.HandOver.Succession;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.signal.AccountDesk;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.sla.SlaClock;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskAct.Acknowledge;
import io.playcaller.router.task.TaskAct.Hand;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ben leaves; ana shares his pool. */
class HandOverTest {

    private static final Instant MADE = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant LATER = MADE.plus(Duration.ofHours(3));
    private static final Actor OPS = Actor.stranger("ops");

    private final RouterRules rules = TestRules.read();
    private final HandOver handOver = new HandOver(rules, "ben", OPS, LATER);

    @Test
    void eachOpenTaskGetsExactlyOneNewOwnerAndSaysWhy() {
        List<Task> tasks = List.of(task("a"), task("b"), task("c"));

        List<Step> steps = handOver.tasks(tasks, Map.of(), Workload.EMPTY);

        assertThat(steps).hasSize(3).allSatisfy(step -> {
            assertThat(step.decision()).isInstanceOf(Changed.class);
            assertThat(step.to().staffId()).isEqualTo("ana");
            assertThat(step.to().sentence()).contains("Ben Berg has it");
        });
    }

    @Test
    void whoHasItThenAcceptsAnewAndTheOtherClocksKeepWhatTheyUsedUp() {
        Task accepted = accepted(task("a"));

        Task after = after(
                handOver.tasks(List.of(accepted), Map.of(), Workload.EMPTY).get(0));

        assertThat(after.state()).isEqualTo(TaskState.OPEN);
        assertThat(after.clock(Clock.ACCEPT)).get().satisfies(run -> {
            assertThat(run.cycle()).isEqualTo(2);
            assertThat(run.startedAt()).isEqualTo(LATER);
            assertThat(run.isRunning()).isTrue();
        });
        assertThat(after.clock(Clock.FIRST_TOUCH).map(SlaClock::startedAt)).contains(MADE);
        assertThat(after.clock(Clock.UPDATE).filter(SlaClock::isRunning)).isEmpty();
    }

    @Test
    void aTaskThatWasHandedOverIsNotHandedOverAgain() {
        Task after = after(
                handOver.tasks(List.of(task("a")), Map.of(), Workload.EMPTY).get(0));

        assertThat(handOver.concerns(after)).isFalse();
    }

    @Test
    void whereNobodyElseIsFoundItStandsBeforeCsOpsAndIsTheirsNoMore() {
        HandOver last = new HandOver(rules, "vera", OPS, LATER);
        Task hers = take(Signals.of("a").owner("csm", "vera"));

        Task after = after(last.tasks(List.of(hers), Map.of(), Workload.EMPTY).get(0));

        assertThat(after.assignment().staffId()).isNotEqualTo("vera");
    }

    @Test
    void theirAccountsAreSharedOutAmongTheOthers() {
        List<OwnedAccount> owned = new ArrayList<>();
        Owner ben = new Owner("csm", "ben", LocalDate.of(2020, 1, 1), null);
        Owner was = new Owner("onboarding", "ben", LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));
        for (int i = 0; i < 4; i++) {
            owned.add(new OwnedAccount("a" + i, "A" + i, "mid-market", List.of(ben, was)));
        }

        List<Succession> successions = handOver.accounts(owned, Workload.EMPTY);

        assertThat(successions)
                .as("of roles that are over nothing is left")
                .hasSize(4)
                .allSatisfy(succession -> {
                    assertThat(succession.role()).isEqualTo("csm");
                    assertThat(succession.to().staffId()).isEqualTo("ana");
                });
    }

    private Task task(String account) {
        return take(Signals.of(account).owner("csm", "ben"));
    }

    private Task take(Signals signals) {
        SignalDecider decider = new SignalDecider(Router.of(rules, MADE));
        return decider.decide(AccountDesk.EMPTY, signals.build(), Workload.EMPTY)
                .tasks()
                .get(0)
                .after();
    }

    private Task accepted(Task task) {
        Actor ben = new Actor("ben", "ben", "Ben Berg");
        Hand hand = new Hand(
                new TaskDecider(MADE.plusSeconds(60)),
                ben,
                task.assignment(),
                rules.calendarOfPerson("ben"),
                rules.calendarOfPerson("ben"));
        return ((Changed) new Acknowledge(true).on(task, hand)).after();
    }

    private static Task after(Step step) {
        return ((Changed) step.decision()).after();
    }
}
