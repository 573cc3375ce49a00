package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignalDeciderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final RouterRules rules = TestRules.read();
    private final SignalDecider decider = new SignalDecider(Router.of(rules, NOW));
    private AccountDesk desk = AccountDesk.EMPTY;

    @Test
    void aLiveSignalMakesATaskOfItsPlay() {
        Task task = started(take(Signals.of("a").owner("csm", "ben").build()));

        assertThat(task.order().play()).isEqualTo("usage-drop");
        assertThat(task.order().title()).isEqualTo("Usage drop: Acme a");
        assertThat(task.assignment().staffId()).isEqualTo("ben");
        assertThat(task.order().path())
                .extracting(PathStep::stage)
                .containsExactly(
                        "play", "eligibility", "silence", "inhibition", "grouping", "brake", "holdout", "assignment");
    }

    @Test
    void theSameSignalMakesTheSameTask() {
        SignalChanged signal = Signals.of("a").build();
        AccountDesk empty = desk;

        UUID first = started(take(signal)).taskId();
        desk = empty;

        assertThat(started(take(signal)).taskId()).isEqualTo(first);
    }

    @Test
    void aTransitionThatWasSeenOrIsOlderDoesNothing() {
        Signals signal = Signals.of("a");
        take(signal.transition(2, SignalState.UPDATED).build());

        assertThat(take(signal.transition(2, SignalState.UPDATED).build())).isEqualTo(SignalEffects.NONE);
        assertThat(take(signal.transition(1, SignalState.OPENED).build())).isEqualTo(SignalEffects.NONE);
    }

    @Test
    void aRiskWithoutAPlayOfItsOwnOpensTheDefaultInAnyTier() {
        SignalEffects effects =
                take(Signals.of("a").reason(Reason.COM_PRICE).tier("tech-touch").build());

        Task task = started(effects);
        assertThat(task.order().play()).isEqualTo("account-escalation");
        assertThat(task.assignment().staffId()).isEqualTo("lea");
    }

    @Test
    void aReasonThatNothingAnswersMakesNoTaskAndSaysSo() {
        SignalEffects effects = take(Signals.of("a").reason(Reason.ADV_PROMOTER).build());

        assertThat(effects.tasks()).isEmpty();
        assertThat(only(effects).status()).isEqualTo(SignalStatus.STOPPED);
        assertThat(only(effects).path()).extracting(PathStep::reason).containsExactly("no-play");
    }

    @Test
    void aPlayDoesNotRunOutsideItsTiers() {
        SignalEffects effects = take(Signals.of("a").tier("tech-touch").build());

        assertThat(only(effects).status()).isEqualTo(SignalStatus.STOPPED);
        assertThat(last(only(effects)).sentence()).contains("the account's tier is tech-touch");
    }

    @Test
    void theOwnerOfAPlayDependsOnTheTier() {
        Task task = started(take(Signals.of("a")
                .reason(Reason.ONB_MILESTONE_MISSED)
                .tier("tech-touch")
                .build()));

        assertThat(task.assignment().sentence()).contains("nobody is digital-csm");
    }

    @Test
    void aSecondRiskJoinsTheOpenPlayOfTheAccount() {
        Task first = started(take(Signals.of("a").build()));

        SignalEffects effects = take(Signals.of("a")
                .reason(Reason.REL_SPONSOR_LEFT)
                .severity(Severity.CRITICAL)
                .build());

        assertThat(only(effects).status()).isEqualTo(SignalStatus.JOINED);
        assertThat(only(effects).taskId()).isEqualTo(first.taskId());
        assertThat(effects.tasks().get(0).after().openEpisodes()).hasSize(2);
        assertThat(effects.tasks().get(0).after().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void anUpdateOfItsOwnSignalIsNotedOnTheTask() {
        Signals signal = Signals.of("a");
        take(signal.build());

        SignalEffects effects = take(signal.transition(2, SignalState.UPDATED).build());

        assertThat(step(effects).step().transition()).isEqualTo(TaskTransition.NOTED);
        assertThat(step(effects).after().signal().transition()).isEqualTo(2);
    }

    @Test
    void aRiskMutesExpansionUntilItEnds() {
        // Given
        Signals risk = Signals.of("a");
        take(risk.build());
        SignalEffects muted =
                take(Signals.of("a").reason(Reason.EXP_SEATS_NEAR_LIMIT).build());
        assertThat(only(muted).status()).isEqualTo(SignalStatus.MUTED);

        // When
        SignalEffects effects = take(risk.transition(2, SignalState.CLEARED).build());

        // Then: the risk's task is withdrawn, and the expansion gets its own
        assertThat(effects.tasks())
                .extracting(
                        change -> change.after().order().play(),
                        change -> change.after().state())
                .containsExactly(tuple("usage-drop", TaskState.WITHDRAWN), tuple("seats-near-limit", TaskState.OPEN));
        assertThat(effects.ledger().get(1).path().get(0).stage()).isEqualTo("reconsidered");
    }

    @Test
    void lowUsageIsMutedWhileOnboardingLasts() {
        SignalEffects effects = take(Signals.of("a")
                .reason(Reason.USAGE_LEVEL_LOW)
                .stage("onboarding")
                .build());

        assertThat(only(effects).status()).isEqualTo(SignalStatus.MUTED);
        assertThat(last(only(effects)).sentence()).contains("Onboarding is not finished");
    }

    @Test
    void whatOnboardingMutedIsRoutedWhenTheAccountLeavesIt() {
        // Given
        SignalChanged signal = Signals.of("a")
                .reason(Reason.USAGE_LEVEL_LOW)
                .stage("onboarding")
                .build();
        take(signal);

        // When
        desk = inStage("adoption", signal.at().plusSeconds(60));
        SignalEffects effects = decider.stageChanged(desk, Workload.EMPTY);

        // Then
        assertThat(started(effects).order().play()).isEqualTo("usage-drop");
        assertThat(only(effects).path().get(0).sentence()).isEqualTo("The account is in another stage now.");
    }

    @Test
    void ofTwoCopiesOfTheStageTheOneThatWasKnownLaterCounts() {
        SignalChanged signal = Signals.of("a")
                .reason(Reason.USAGE_LEVEL_LOW)
                .stage("onboarding")
                .build();

        desk = inStage("adoption", signal.at().minusSeconds(1));
        assertThat(only(decider.decide(desk, signal, Workload.EMPTY)).status()).isEqualTo(SignalStatus.MUTED);

        desk = inStage("adoption", signal.at());
        assertThat(only(decider.decide(desk, signal, Workload.EMPTY)).status()).isEqualTo(SignalStatus.TASK);
    }

    @Test
    void whatIsMutedIsLookedAtAgainWhenTheReasonThatMutedItBecomesAnother() {
        // Given: a severe ticket, whose episode holds on for another reason
        Signals risk = Signals.of("a").reason(Reason.SUP_SEVERE_OPEN);
        take(risk.build());
        Signals drop = Signals.of("a");
        assertThat(only(take(drop.build())).status()).isEqualTo(SignalStatus.MUTED);

        // When
        SignalEffects effects = take(risk.reason(Reason.SUP_RECURRING)
                .transition(2, SignalState.UPDATED)
                .build());

        // Then
        assertThat(effects.ledger())
                .filteredOn(known -> known.signal().reason() == Reason.USAGE_DROP)
                .extracting(KnownSignal::status)
                .containsExactly(SignalStatus.JOINED);
    }

    @Test
    void aSignalThatEndsTakesItsUnacceptedTaskWithIt() {
        Signals signal = Signals.of("a");
        take(signal.build());

        SignalEffects effects = take(signal.transition(2, SignalState.RETRACTED).build());

        assertThat(step(effects).after().state()).isEqualTo(TaskState.WITHDRAWN);
        assertThat(desk.openTasks()).isEmpty();
    }

    @Test
    void whatAnImportFoundWaitsInTriageAndMakesNoTask() {
        SignalEffects effects = take(Signals.of("a").backfill().build());

        assertThat(effects.tasks()).isEmpty();
        assertThat(only(effects).status()).isEqualTo(SignalStatus.TRIAGE);
    }

    @Test
    void aReleasedSignalIsRoutedLikeALiveOneAndSaysWhoReleasedIt() {
        KnownSignal waiting = only(take(Signals.of("a").backfill().build()));

        SignalEffects effects = decider.release(desk, waiting.episodeId(), "lea", Workload.EMPTY);

        assertThat(started(effects).order().path().get(0).sentence()).isEqualTo("Released from triage by lea.");
        assertThat(only(effects).status()).isEqualTo(SignalStatus.TASK);
    }

    @Test
    void whatEndedInTriageIsNoLongerReleased() {
        Signals signal = Signals.of("a").backfill();
        take(signal.build());
        take(signal.transition(2, SignalState.CLEARED).build());

        KnownSignal ended = desk.signals().values().iterator().next();

        assertThat(ended.status()).isEqualTo(SignalStatus.ENDED);
        assertThat(decider.release(desk, ended.episodeId(), "lea", Workload.EMPTY))
                .isEqualTo(SignalEffects.NONE);
    }

    @Test
    void aReleasedSignalThatIsMutedDoesNotGoBackToTriage() {
        // Given
        Signals risk = Signals.of("a");
        take(risk.build());
        Signals growth = Signals.of("a").reason(Reason.EXP_SEATS_NEAR_LIMIT).backfill();
        UUID waiting = only(take(growth.build())).episodeId();
        SignalEffects muted = decider.release(desk, waiting, "lea", Workload.EMPTY);
        assertThat(only(muted).status()).isEqualTo(SignalStatus.MUTED);
        desk = desk.after(muted);

        // When
        SignalEffects updated = take(growth.transition(2, SignalState.UPDATED).build());
        SignalEffects ended = take(risk.transition(2, SignalState.CLEARED).build());

        // Then
        assertThat(only(updated).status()).isEqualTo(SignalStatus.MUTED);
        Task task = ended.tasks().get(1).after();
        assertThat(task.order().play()).isEqualTo("seats-near-limit");
        assertThat(task.order().path())
                .extracting(PathStep::stage)
                .containsExactly(
                        "triage",
                        "reconsidered",
                        "play",
                        "eligibility",
                        "silence",
                        "inhibition",
                        "grouping",
                        "brake",
                        "holdout",
                        "assignment");
    }

    @Test
    void whatALaterImportFindsAgainWaitsAgain() {
        Signals signal = Signals.of("a").backfill();
        UUID waiting = only(take(signal.build())).episodeId();
        desk = desk.after(decider.release(desk, waiting, "lea", Workload.EMPTY));
        take(signal.transition(2, SignalState.CLEARED).build());

        SignalEffects again = take(signal.transition(3, SignalState.OPENED).build());

        assertThat(only(again).status()).isEqualTo(SignalStatus.TRIAGE);
    }

    @Test
    void anUpdateAfterItsTaskWasDoneDoesNotOpenItAgainButAReopeningDoes() {
        // Given a task that somebody completed
        Signals signal = Signals.of("a");
        Task task = started(take(signal.build()));
        desk = new AccountDesk(desk.account(), desk.signals(), Map.of());

        // When
        SignalEffects updated = take(signal.transition(2, SignalState.UPDATED).build());
        take(signal.transition(3, SignalState.CLEARED).build());
        SignalEffects reopened = take(signal.transition(4, SignalState.OPENED).build());

        // Then
        assertThat(updated.tasks()).isEmpty();
        assertThat(started(reopened).taskId()).isNotEqualTo(task.taskId());
    }

    @Test
    void ofTwoCopiesOfTheOwnersTheHigherVersionWins() {
        Owner ben = new Owner("csm", "ben", LocalDate.of(2020, 1, 1), null);
        desk = new AccountDesk(new KnownAccount("Acme", List.of(ben), 7, null, null), Map.of(), Map.of());

        Task task = started(take(Signals.of("a").owner("csm", "ana").build()));

        assertThat(task.assignment().staffId()).isEqualTo("ben");
    }

    private AccountDesk inStage(String stage, Instant at) {
        KnownAccount account = new KnownAccount("Acme", List.of(), 0, stage, at);
        return new AccountDesk(account, desk.signals(), desk.openTasks());
    }

    private SignalEffects take(SignalChanged signal) {
        SignalEffects effects = decider.decide(desk, signal, Workload.EMPTY);
        desk = desk.after(effects);
        return effects;
    }

    private static Task started(SignalEffects effects) {
        assertThat(step(effects).before()).isNull();
        return step(effects).after();
    }

    private static Changed step(SignalEffects effects) {
        assertThat(effects.tasks()).hasSize(1);
        return effects.tasks().get(0);
    }

    private static KnownSignal only(SignalEffects effects) {
        assertThat(effects.ledger()).hasSize(1);
        return effects.ledger().get(0);
    }

    private static PathStep last(KnownSignal known) {
        return known.path().get(known.path().size() - 1);
    }
}
