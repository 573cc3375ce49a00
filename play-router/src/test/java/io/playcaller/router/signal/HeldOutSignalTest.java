package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.HoldoutRules;
import io.playcaller.router.Signals;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class HeldOutSignalTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private RouterRules rules = HoldoutRules.of(100, "severe-ticket");
    private Instant now = NOW;
    private AccountDesk desk = AccountDesk.EMPTY;

    @Test
    void aSignalThatIsHeldOutMakesNoTaskAndItsPathSaysWhy() {
        SignalEffects effects = take(Signals.of("a").build());

        assertThat(effects.tasks()).isEmpty();
        assertThat(effects.ledger()).singleElement().satisfies(known -> {
            assertThat(known.status()).isEqualTo(SignalStatus.HELD_OUT);
            assertThat(known.why()).contains("100 of 100 such accounts");
        });
        assertThat(effects.holdouts())
                .singleElement()
                .extracting(HoldoutRun::play, HoldoutRun::startedAt, HoldoutRun::isOpen)
                .containsExactly("usage-drop", NOW, true);
        assertThat(effects.holdouts().get(0).giveUpAt()).isAfter(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void whatIsHeldOutAgainAfterATaskThatItHadJoinedIsAnotherRun() {
        // Given a signal whose run was overtaken by a task that it joined
        Signals drop = Signals.of("a").owner("csm", "ana");
        take(drop.build());
        HoldoutRun first = take(Signals.of("a")
                        .reason(Reason.USAGE_LEVEL_LOW)
                        .owner("csm", "ana")
                        .severity(Severity.CRITICAL)
                        .build())
                .holdouts()
                .get(0);
        Task task = desk.openTasks().values().iterator().next();

        // When the task is completed
        now = NOW.plus(Duration.ofDays(1));
        TaskDecision completed = new TaskDecider(now)
                .complete(task, new Actor("ana", "ana", "Ana"), PlayOutcome.SUCCEEDED, Closing.HELPED);
        desk = desk.after(new SignalEffects(List.of(), List.of((TaskDecision.Changed) completed)));
        SignalEffects again = new SignalDecider(Router.of(rules, now)).taskEnded(desk, task.taskId(), Workload.EMPTY);

        // Then
        assertThat(first.outcome()).isEqualTo(PlayOutcome.OVERTAKEN);
        assertThat(again.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.HELD_OUT);
        assertThat(again.holdouts())
                .singleElement()
                .extracting(HoldoutRun::playRunId)
                .isNotEqualTo(first.playRunId());
    }

    @Test
    void whatIsCriticalIsNeverHeldOutNorIsAPlayThatHoldsNobodyOut() {
        assertThat(take(Signals.of("a").severity(Severity.CRITICAL).build()).tasks())
                .hasSize(1);

        desk = AccountDesk.EMPTY;
        assertThat(take(Signals.of("a").reason(Reason.SUP_SEVERE_OPEN).build()).tasks())
                .hasSize(1);
    }

    @Test
    void whatJoinsAnOpenTaskIsInNoArm() {
        take(Signals.of("a").reason(Reason.SUP_SEVERE_OPEN).owner("csm", "ana").build());

        SignalEffects joined = take(Signals.of("a")
                .reason(Reason.USAGE_SEATS_IDLE)
                .severity(Severity.LOW)
                .build());

        assertThat(joined.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.JOINED);
        assertThat(joined.holdouts()).isEmpty();
    }

    @Test
    void theRunEndsWithItsSignalAsTheCustomerCameBackAlone() {
        Signals signal = Signals.of("a");
        take(signal.build());

        assertThat(end(signal.transition(2, SignalState.CLEARED))).isEqualTo(PlayOutcome.RECOVERED);
    }

    @Test
    void theRunIsRetractedWhenItsSignalNeverHeldAndOvertakenByAMerge() {
        Signals retracted = Signals.of("a");
        take(retracted.build());
        assertThat(end(retracted.transition(2, SignalState.RETRACTED))).isEqualTo(PlayOutcome.RETRACTED);

        Signals merged = Signals.of("a");
        take(merged.build());
        assertThat(end(merged.mergedInto("b"))).isEqualTo(PlayOutcome.OVERTAKEN);
    }

    @Test
    void aSecondSignalOfThePlayJoinsTheRunWhichEndsWithTheLast() {
        Signals drop = Signals.of("a");
        Signals low = Signals.of("a").reason(Reason.USAGE_LEVEL_LOW);
        UUID run = take(drop.build()).holdouts().get(0).playRunId();

        assertThat(take(low.build()).holdouts())
                .extracting(HoldoutRun::playRunId)
                .containsExactly(run);
        assertThat(take(drop.transition(2, SignalState.CLEARED).build()).holdouts())
                .allMatch(HoldoutRun::isOpen);
        assertThat(end(low.transition(2, SignalState.CLEARED))).isEqualTo(PlayOutcome.RECOVERED);
    }

    @Test
    void newsOfASignalChangesNothing() {
        Signals signal = Signals.of("a");
        take(signal.build());

        SignalEffects news = take(
                signal.transition(2, SignalState.UPDATED).severity(Severity.LOW).build());

        assertThat(news.holdouts()).isEmpty();
        assertThat(news.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.HELD_OUT);
    }

    @Test
    void whatGetsCriticalGetsItsTaskAndTakesTheRestOfItsRunWithIt() {
        // Given two signals of a play that is held out
        Signals drop = Signals.of("a").owner("csm", "ana");
        Signals low = Signals.of("a").reason(Reason.USAGE_LEVEL_LOW).owner("csm", "ana");
        take(drop.build());
        take(low.build());

        // When
        SignalEffects effects = take(drop.transition(2, SignalState.UPDATED)
                .severity(Severity.CRITICAL)
                .build());

        // Then
        assertThat(effects.ledger())
                .extracting(known -> known.signal().reason(), KnownSignal::status)
                .containsExactly(
                        tuple(Reason.USAGE_DROP, SignalStatus.TASK),
                        tuple(Reason.USAGE_LEVEL_LOW, SignalStatus.JOINED));
        assertThat(effects.holdouts())
                .singleElement()
                .extracting(HoldoutRun::outcome)
                .isEqualTo(PlayOutcome.OVERTAKEN);
        assertThat(desk.openTasks().values())
                .singleElement()
                .extracting(Task::openEpisodes)
                .asInstanceOf(InstanceOfAssertFactories.COLLECTION)
                .hasSize(2);
    }

    @Test
    void whatGetsCriticalWhileSomethingMutesItIsNotHeldOutAnyMoreAndGetsItsTaskWhenThatIsOver() {
        // Given
        Signals drop = Signals.of("a").owner("csm", "ana");
        Signals ticket = Signals.of("a").reason(Reason.SUP_SEVERE_OPEN);
        take(drop.build());
        take(ticket.build());

        // When
        SignalEffects muted = take(drop.transition(2, SignalState.UPDATED)
                .severity(Severity.CRITICAL)
                .build());
        SignalEffects over = take(ticket.transition(2, SignalState.CLEARED).build());

        // Then
        assertThat(muted.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.MUTED);
        assertThat(muted.holdouts()).extracting(HoldoutRun::outcome).containsExactly(PlayOutcome.OVERTAKEN);
        assertThat(over.ledger()).extracting(KnownSignal::status).contains(SignalStatus.TASK);
    }

    @Test
    void afterItsPlayGaveUpOnlyWhatGetsGraverBeginsAnotherRun() {
        // Given a run that gave up
        Signals signal = Signals.of("a").severity(Severity.MEDIUM);
        HoldoutRun run = take(signal.build()).holdouts().get(0);
        now = NOW.plus(Duration.ofDays(60));
        desk = desk.after(new SignalEffects(List.of(), List.of(), List.of(run.gaveUp(now))));

        // When
        SignalEffects same = take(signal.transition(2, SignalState.UPDATED).build());
        SignalEffects graver = take(signal.transition(3, SignalState.UPDATED)
                .severity(Severity.HIGH)
                .build());

        // Then
        assertThat(same.holdouts()).isEmpty();
        assertThat(graver.holdouts())
                .singleElement()
                .extracting(HoldoutRun::playRunId)
                .isNotEqualTo(run.playRunId());
    }

    private PlayOutcome end(Signals signal) {
        HoldoutRun run = take(signal.build()).holdouts().get(0);
        assertThat(desk.holdouts()).isEmpty();
        assertThat(run.endedAt()).isEqualTo(now);
        return run.outcome();
    }

    private SignalEffects take(SignalChanged signal) {
        SignalEffects effects = new SignalDecider(Router.of(rules, now)).decide(desk, signal, Workload.EMPTY);
        desk = desk.after(effects);
        return effects;
    }
}
