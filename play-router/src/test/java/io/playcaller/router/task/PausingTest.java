package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.DueTimes;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.PauseReason;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.sla.SlaTargets;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.TaskDecision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A task of Ana, accepted an hour ago, whose customer has to answer first. */
class PausingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");
    private static final Actor BY_ANA = new Actor("ana", "ana", "Ana Lima");
    private static final Actor BY_BEN = new Actor("ben", "ben", "Ben Berg");

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar always = rules.calendars().of("24x7");
    private final Task open = task(ANA, Signals.of("a1").build());
    private final Task accepted =
            changed(new TaskDecider(NOW).acknowledge(open, BY_ANA, ANA, always)).after();

    @Test
    void aPauseHoldsWhatItsPersonIsToDoAndNothingElse() {
        Changed paused = changed(at(1).pause(open, BY_ANA, PauseReason.WAITING_FOR_CUSTOMER, null));

        assertThat(paused.after().due()).isEqualTo(new DueTimes(open.due().accept(), null, null, null));
        assertThat(paused.after().timers())
                .extracting(Timer::clock)
                .containsExactlyInAnyOrder(Clock.ACCEPT, Clock.GIVE_UP, Clock.PAUSE);
        assertThat(paused.step().sentence())
                .startsWith("Paused by Ana Lima, at most until")
                .endsWith("customer.");
    }

    @Test
    void atItsLimitATaskGoesOnWithWhatItHadLeft() {
        // Given
        Task paused = changed(at(1).pause(accepted, BY_ANA, PauseReason.WAITING_FOR_CUSTOMER, null))
                .after();
        Timer limit = timer(paused, Clock.PAUSE);
        assertThat(limit.dueAt()).isEqualTo(always.add(hour(1), always.day().multipliedBy(10)));

        // When
        Changed over = changed(new Pausing(limit.dueAt(), always).ended(paused, limit, true));

        // Then
        Duration stood = Duration.between(hour(1), limit.dueAt());
        assertThat(over.after().due().firstTouch())
                .isEqualTo(accepted.due().firstTouch().plus(stood));
        assertThat(over.after().due().complete())
                .isEqualTo(accepted.due().complete().plus(stood));
        assertThat(over.after().pause()).isEmpty();
        assertThat(over.step().transition()).isEqualTo(TaskTransition.RESUMED);
        assertThat(over.cancelled()).contains(limit);
        assertThat(new Pausing(limit.dueAt(), always).ended(over.after(), limit, true))
                .as("once")
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void aTouchEndsAPauseWhoeverWroteItDown() {
        Task paused = changed(at(1).pause(accepted, BY_ANA, PauseReason.WAITING_FOR_CUSTOMER, null))
                .after();

        Task touched = changed(new TaskDecider(hour(2)).touch(paused, BY_ANA, ANA, TouchKind.CALL, always))
                .after();
        Task seen = changed(new TaskDecider(hour(2)).touchSeen(paused, hour(2), always))
                .after();

        assertThat(List.of(touched, seen)).allSatisfy(task -> {
            assertThat(task.pause()).isEmpty();
            assertThat(task.due().firstTouch()).isNull();
            assertThat(task.due().complete())
                    .isEqualTo(accepted.due().complete().plus(Duration.ofHours(1)));
        });
        Task earlier = changed(new TaskDecider(hour(2)).touchSeen(paused, hour(0), always))
                .after();
        assertThat(earlier.pause()).as("one of before the pause").isPresent();
    }

    @Test
    void whatBeginsWhileATaskIsPausedWaits() {
        Task paused = changed(at(1).pause(open, BY_ANA, PauseReason.WAITING_FOR_CUSTOMER, null))
                .after();

        Task acknowledged = changed(new TaskDecider(hour(2)).acknowledge(paused, BY_ANA, ANA, always))
                .after();
        Task updated = changed(new TaskDecider(hour(3)).update(acknowledged, BY_ANA, ANA, always))
                .after();

        assertThat(acknowledged.due().update()).isNull();
        assertThat(updated.due().update()).isNull();
        Task resumed = changed(at(4).resume(updated, BY_ANA)).after();
        assertThat(Duration.between(hour(4), resumed.due().update()))
                .as("all of its time")
                .isEqualTo(resumed.clock(Clock.UPDATE).orElseThrow().target());
    }

    @Test
    void whatComesToAPausedTaskDoesNotWaitWithIt() {
        Task paused = changed(at(1).pause(accepted, BY_ANA, PauseReason.WAITING_FOR_CUSTOMER, null))
                .after();
        SignalChanged other = Signals.of("a1").reason(Reason.SUP_RECURRING).build();

        Changed joined = changed(new TaskDecider(hour(2)).join(paused, other, policy("account-escalation"), always));

        assertThat(joined.after().due().firstTouch()).isNotNull();
        assertThat(joined.after().due().complete()).isNotNull();
        assertThat(joined.step().transition()).isEqualTo(TaskTransition.RAISED);
    }

    @Test
    void aPausedClockThatNobodyAsksForAnyMoreEndsWithThePause() {
        // Given: only the ticket that came to it wants updates, and is solved while the task is paused
        Signals ticket = Signals.of("a1").reason(Reason.SUP_SEVERE_OPEN);
        SlaTargets completion =
                new SlaTargets(Map.of(Clock.COMPLETE, BusinessTime.parse("10bd").orElseThrow()));
        Task quiet = task(
                ANA,
                Signals.of("a1").build(),
                new SlaPolicy(Severity.HIGH, completion, SlaTargets.NONE, null, 75, List.of()));
        Task joined = changed(new TaskDecider(NOW)
                        .join(
                                changed(new TaskDecider(NOW).acknowledge(quiet, BY_ANA, ANA, always))
                                        .after(),
                                ticket.build(),
                                policy("severe-ticket"),
                                always))
                .after();
        Task paused = changed(at(1).pause(joined, BY_ANA, PauseReason.WAITING_FOR_CUSTOMER, null))
                .after();
        SignalChanged solved = ticket.transition(2, SignalState.CLEARED).build();
        Task left = changed(new TaskDecider(hour(2)).episodeEnded(paused, solved, null, always))
                .after();

        // When
        Task resumed = changed(at(3).resume(left, BY_ANA)).after();

        // Then
        assertThat(resumed.clock(Clock.UPDATE).orElseThrow().isRunning()).isFalse();
        assertThat(resumed.due().update()).isNull();
    }

    @Test
    void onlyWhoHasATaskOrALeadPausesIt() {
        assertThat(refused(at(1).pause(accepted, BY_BEN, PauseReason.WAITING_FOR_CUSTOMER, null)))
                .isEqualTo("not-yours");
        assertThat(at(1).pause(accepted, BY_BEN.leading(true), PauseReason.WAITING_FOR_CUSTOMER, null))
                .isInstanceOf(Changed.class);
        Task nobodys = task(
                new Assignment("cs-ops", null, "nobody", "Stands before CS Ops."),
                Signals.of("a1").build());
        assertThat(refused(at(1).pause(nobodys, BY_BEN.leading(true), PauseReason.WAITING_FOR_CUSTOMER, null)))
                .isEqualTo("nobody-has-it");
    }

    @Test
    void aThirdPauseNeedsALead() {
        Task twice = accepted;
        for (int hour = 1; hour <= 3; hour += 2) {
            twice = changed(at(hour).pause(twice, BY_ANA, PauseReason.WAITING_FOR_CUSTOMER, null))
                    .after();
            twice = changed(at(hour + 1).resume(twice, BY_ANA)).after();
        }

        assertThat(refused(at(5).pause(twice, BY_ANA, PauseReason.WAITING_FOR_CUSTOMER, null)))
                .isEqualTo("pause-needs-lead");
        assertThat(at(5).pause(twice, BY_ANA.leading(true), PauseReason.WAITING_FOR_CUSTOMER, null))
                .isInstanceOf(Changed.class);
    }

    @Test
    void onlyARenewalWaitsForLegal() {
        Task renewal =
                task(ANA, Signals.of("a1").reason(Reason.FC_AT_RISK_NO_PLAN).build());

        assertThat(refused(at(1).pause(accepted, BY_ANA, PauseReason.LEGAL, null)))
                .isEqualTo("pause-not-here");
        assertThat(at(1).pause(renewal, BY_ANA, PauseReason.LEGAL, null)).isInstanceOf(Changed.class);
    }

    @Test
    void aPausedTaskIsNotPausedForAnotherReason() {
        Task paused = changed(at(1).pause(accepted, BY_ANA, PauseReason.WAITING_FOR_CUSTOMER, null))
                .after();

        assertThat(at(2).pause(paused, BY_ANA, PauseReason.WAITING_FOR_CUSTOMER, null))
                .isInstanceOf(Unchanged.class);
        assertThat(refused(at(2).pause(paused, BY_ANA, PauseReason.WAITING_FOR_SUPPORT, null)))
                .isEqualTo("paused");
    }

    private Pausing at(int hours) {
        return new Pausing(hour(hours), always);
    }

    private static Instant hour(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private static Timer timer(Task task, Clock clock) {
        return task.timers().stream()
                .filter(timer -> timer.clock() == clock)
                .findFirst()
                .orElseThrow();
    }

    private static Changed changed(TaskDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return (Changed) decision;
    }

    private static String refused(TaskDecision decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused) decision).code();
    }

    private SlaPolicy policy(String key) {
        Play play = rules.plays().play(key).orElseThrow();
        return SlaPolicy.of(Severity.HIGH, play.sla(), play.giveUp(), play.escalation(), rules.sla());
    }

    private Task task(Assignment assignment, SignalChanged signal) {
        return task(assignment, signal, policy("usage-drop"));
    }

    private Task task(Assignment assignment, SignalChanged signal, SlaPolicy policy) {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        WorkOrder order = new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
        return new TaskDecider(NOW).create(order, signal, assignment, always).after();
    }
}
