package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.Clock;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.calendar.BusinessTime;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.AlarmKind;
import io.playcaller.router.sla.SlaPolicy;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Told;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.TaskDecision.Refused;
import io.playcaller.router.task.TaskDecision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskDeciderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Assignment ANA = new Assignment("csm", "ana", "named-owner", "Ana is the account's csm.");
    private static final Actor BY_ANA = new Actor("ana", "ana", "Ana Lima");
    private static final BusinessTime WRAP_UP = BusinessTime.parse("5bd").orElseThrow();
    private static final Told LEA = Told.only(new Assignment("team-lead", "lea", "manager", "Lea is the manager."));

    private final RouterRules rules = TestRules.read();
    private final BusinessCalendar always = rules.calendars().of("24x7");
    private final Signals signals = Signals.of("a1");
    private final SignalChanged signal = signals.build();
    private final Task task = created(signal).after();

    @Test
    void aNewTaskIsOpenWithATimerForEachClockThatRuns() {
        assertThat(task.state()).isEqualTo(TaskState.OPEN);
        assertThat(task.timers())
                .extracting(Timer::clock)
                .containsExactlyInAnyOrder(Clock.ACCEPT, Clock.FIRST_TOUCH, Clock.COMPLETE, Clock.GIVE_UP);
    }

    @Test
    void acknowledgingStopsTheAcceptClockAndStartsThatOfUpdates() {
        Changed acknowledged = changed(at(1).acknowledge(task, BY_ANA, null, always));

        assertThat(acknowledged.after().state()).isEqualTo(TaskState.ACKNOWLEDGED);
        assertThat(acknowledged.step().actor()).isEqualTo("ana");
        assertThat(acknowledged.step().sentence()).isEqualTo("Acknowledged by Ana Lima.");
        assertThat(acknowledged.after().due().accept())
                .as("met, so no longer due")
                .isNull();
        assertThat(acknowledged.after().due().complete()).isNotNull();
        assertThat(acknowledged.cancelled()).extracting(Timer::clock).containsExactly(Clock.ACCEPT);
        assertThat(acknowledged.armed()).extracting(Timer::clock).containsExactly(Clock.UPDATE);
    }

    @Test
    void acknowledgingTwiceChangesNothing() {
        Task acknowledged =
                changed(at(1).acknowledge(task, BY_ANA, null, always)).after();

        assertThat(at(2).acknowledge(acknowledged, BY_ANA, null, always)).isInstanceOf(Unchanged.class);
    }

    @Test
    void whoAcknowledgesATaskThatNobodyHasTakesIt() {
        Assignment nobody = new Assignment("cs-ops", null, "nobody", "Stands before CS Ops.");
        Task unassigned = decider(NOW).create(order(), signal, nobody, always).after();

        Task taken = changed(at(1).acknowledge(unassigned, BY_ANA, ANA, always)).after();

        assertThat(taken.assignment().staffId()).isEqualTo("ana");
    }

    @Test
    void aTouchMeetsTheFirstTouchAndAccepts() {
        Task touched =
                changed(at(1).touch(task, BY_ANA, null, TouchKind.CALL, always)).after();

        assertThat(touched.state()).isEqualTo(TaskState.ACKNOWLEDGED);
        assertThat(touched.clock(Clock.FIRST_TOUCH).orElseThrow().isRunning()).isFalse();
        assertThat(touched.clock(Clock.COMPLETE).orElseThrow().isRunning()).isTrue();
    }

    @Test
    void aTouchOnRecordCountsOnlyFromTheTasksCreationOn() {
        assertThat(at(1).touchSeen(task, NOW.minusSeconds(1), always)).isInstanceOf(Unchanged.class);

        Changed met = changed(at(1).touchSeen(task, NOW.plusSeconds(60), always));

        assertThat(met.after().clock(Clock.FIRST_TOUCH).orElseThrow().isRunning())
                .isFalse();
        assertThat(met.after().state()).isEqualTo(TaskState.OPEN);
        assertThat(at(2).touchSeen(met.after(), NOW.plusSeconds(90), always)).isInstanceOf(Unchanged.class);
    }

    @Test
    void anUpdateStartsItsClockAnew() {
        Task acknowledged =
                changed(at(1).acknowledge(task, BY_ANA, null, always)).after();

        Changed updated = changed(at(24).update(acknowledged, BY_ANA, null, always));

        assertThat(updated.after().clock(Clock.UPDATE).orElseThrow().cycle()).isEqualTo(2);
        assertThat(updated.cancelled()).extracting(Timer::cycle).containsExactly(1);
        assertThat(updated.armed()).extracting(Timer::cycle).containsExactly(2);
    }

    @Test
    void completingStopsEverythingAndEndsThePlay() {
        Changed completed = changed(at(1).complete(task, BY_ANA, PlayOutcome.SUCCEEDED, Closing.HELPED));

        assertThat(completed.ends()).isTrue();
        assertThat(completed.after().timers()).isEmpty();
        assertThat(completed.cancelled()).hasSize(4);
        assertThat(completed.after().ending())
                .isEqualTo(new Ending(at(1).now(), PlayOutcome.SUCCEEDED, Closing.HELPED));
    }

    @Test
    void nothingCanBeDoneWithAnEndedTask() {
        Task completed = changed(at(1).complete(task, BY_ANA, PlayOutcome.FAILED, Closing.NO_EFFECT))
                .after();

        assertThat(at(2).acknowledge(completed, BY_ANA, null, always)).isInstanceOf(Refused.class);
        assertThat(at(2).touch(completed, BY_ANA, null, TouchKind.CALL, always)).isInstanceOf(Refused.class);
        assertThat(at(2).complete(completed, BY_ANA, PlayOutcome.FAILED, Closing.NO_EFFECT))
                .isInstanceOf(Unchanged.class);
        assertThat(at(2).complete(completed, BY_ANA, PlayOutcome.SUCCEEDED, Closing.NO_EFFECT))
                .as("nobody is told that it was written down")
                .isInstanceOf(Refused.class);
        assertThat(at(2).complete(completed, BY_ANA, PlayOutcome.FAILED, Closing.FALSE_ALARM))
                .isInstanceOf(Refused.class);
        assertThat(at(2).episodeEnded(completed, ended(SignalState.CLEARED), null, always))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void aWarningABreachAndItsEscalationFireInOrder() {
        // When
        Changed warned = fireNext(task, Clock.ACCEPT, null);
        Changed breached = fireNext(warned.after(), Clock.ACCEPT, null);
        Changed escalated = fireNext(breached.after(), Clock.ACCEPT, LEA);

        // Then
        assertThat(List.of(warned, breached, escalated))
                .extracting(change -> change.step().transition())
                .containsExactly(TaskTransition.DUE_SOON, TaskTransition.BREACHED, TaskTransition.ESCALATED);
        assertThat(escalated.after().escalationLevel()).isEqualTo(1);
        assertThat(escalated.after().escalatedTo()).isEqualTo(LEA.above());
        assertThat(escalated.after().assignment()).isEqualTo(ANA);
    }

    @Test
    void aTimerThatFiredOrWasCancelledDoesNothing() {
        Timer accept = next(task, Clock.ACCEPT);
        Task warned = changed(at(3).fire(task, accept, null)).after();
        Task acknowledged =
                changed(at(1).acknowledge(task, BY_ANA, null, always)).after();

        assertThat(at(3).fire(warned, accept, null)).isInstanceOf(Unchanged.class);
        assertThat(at(3).fire(acknowledged, accept, null)).isInstanceOf(Unchanged.class);
    }

    @Test
    void aPlayThatGivesUpEndsUnfinished() {
        Changed gaveUp = fireNext(task, Clock.GIVE_UP, null);

        assertThat(gaveUp.after().state()).isEqualTo(TaskState.WITHDRAWN);
        assertThat(gaveUp.after().ending()).extracting(Ending::outcome).isEqualTo(PlayOutcome.EXPIRED);
    }

    @Test
    void aTaskThatNobodyAcceptedIsWithdrawnWhenItsSignalEnds() {
        Changed cleared = changed(at(1).episodeEnded(task, ended(SignalState.CLEARED), WRAP_UP, always));
        Changed retracted = changed(at(1).episodeEnded(task, ended(SignalState.RETRACTED), WRAP_UP, always));

        assertThat(cleared.after().state()).isEqualTo(TaskState.WITHDRAWN);
        assertThat(cleared.after().ending())
                .as("nobody had looked, so the play did nothing")
                .extracting(Ending::outcome)
                .isEqualTo(PlayOutcome.RECOVERED);
        assertThat(retracted.after().ending()).extracting(Ending::outcome).isEqualTo(PlayOutcome.RETRACTED);
    }

    @Test
    void whatAMergeEndedHasNotSucceeded() {
        Changed merged =
                changed(at(1).episodeEnded(task, signals.mergedInto("globex").build(), WRAP_UP, always));

        assertThat(merged.after().state()).isEqualTo(TaskState.WITHDRAWN);
        assertThat(merged.after().ending()).extracting(Ending::outcome).isEqualTo(PlayOutcome.OVERTAKEN);
    }

    @Test
    void oneMoreCriticalSignalIsToldThoughItTakesNoTimeAway() {
        SignalChanged first = Signals.of("a1").severity(Severity.CRITICAL).build();
        SignalChanged second = Signals.of("a1").severity(Severity.CRITICAL).build();
        Changed joined = changed(at(1).join(task, first, null, always));

        Changed again = changed(at(2).join(joined.after(), second, null, always));
        Changed known = changed(at(3).join(again.after(), second, null, always));

        assertThat(second.episodeId()).isNotEqualTo(first.episodeId());
        assertThat(again.step().transition()).isEqualTo(TaskTransition.RAISED);
        assertThat(known.step().transition()).isEqualTo(TaskTransition.NOTED);
    }

    @Test
    void aTaskWithAnotherOpenSignalStays() {
        SignalChanged other = Signals.of("a1").severity(Severity.CRITICAL).build();
        Changed joined = changed(at(1).join(task, other, null, always));

        Changed noted = changed(at(2).episodeEnded(joined.after(), ended(SignalState.CLEARED), WRAP_UP, always));

        assertThat(joined.step().transition()).isEqualTo(TaskTransition.RAISED);
        assertThat(joined.after().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(joined.after().signal()).isEqualTo(signal);
        assertThat(noted.after().isOpen()).isTrue();
    }

    @Test
    void whenAllClocksHaveSpokenTheTaskSaysWhyItIsStill() {
        Task silent = task;
        for (Optional<Timer> next = earliest(silent); next.isPresent(); next = earliest(silent)) {
            silent = changed(fire(silent, next.get())).after();
            if (!silent.isOpen()) {
                break;
            }
            assertThat(silent.timers().isEmpty()).isEqualTo(silent.whyStill().isPresent());
        }
        assertThat(silent.isOpen()).isFalse();
    }

    private Changed created(SignalChanged of) {
        return decider(NOW).create(order(), of, ANA, always);
    }

    private WorkOrder order() {
        Play play = rules.plays().play("usage-drop").orElseThrow();
        SlaPolicy policy = SlaPolicy.of(Severity.HIGH, play.sla(), play.giveUp(), play.escalation(), rules.sla());
        return new WorkOrder(
                UUID.randomUUID(), UUID.randomUUID(), play.key(), play.title(), play.ask(), 60, policy, NOW, List.of());
    }

    private SignalChanged ended(SignalState state) {
        return signals.transition(2, state).build();
    }

    private static TaskDecider decider(Instant at) {
        return new TaskDecider(at);
    }

    private static TaskDecider at(int hours) {
        return decider(NOW.plus(Duration.ofHours(hours)));
    }

    private static Changed fireNext(Task task, Clock clock, Told told) {
        Timer timer = next(task, clock);
        return changed(decider(timer.dueAt()).fire(task, timer, told));
    }

    private static TaskDecision fire(Task task, Timer timer) {
        boolean passesOn = task.awaited(timer)
                .filter(alarm -> alarm.kind() == AlarmKind.REASSIGN)
                .isPresent();
        return passesOn
                ? new PassingOn(timer.dueAt()).stays(task, timer, "Nobody else is there.")
                : decider(timer.dueAt()).fire(task, timer, LEA);
    }

    private static Timer next(Task task, Clock clock) {
        return task.timers().stream()
                .filter(timer -> timer.clock() == clock)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Timer> earliest(Task task) {
        return task.timers().stream().min(Comparator.comparing(Timer::dueAt));
    }

    private static Changed changed(TaskDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return (Changed) decision;
    }
}
