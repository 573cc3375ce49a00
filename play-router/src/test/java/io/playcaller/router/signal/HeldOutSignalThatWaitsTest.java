package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.HoldoutRules;
import io.playcaller.router.Signals;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.routing.Restraints;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.silence.Matchers;
import io.playcaller.router.silence.Silence;
import io.playcaller.router.silence.Trait;
import io.playcaller.router.staff.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is held out gets graver, and something makes it wait. */
class HeldOutSignalThatWaitsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final RouterRules rules = HoldoutRules.of(100, "severe-ticket");
    private final Signals drop = Signals.of("a").owner("csm", "ana").severity(Severity.MEDIUM);
    private final SignalChanged opened = drop.build();
    private final SignalChanged critical =
            drop.transition(2, SignalState.UPDATED).severity(Severity.CRITICAL).build();
    private final SignalChanged graver =
            drop.transition(2, SignalState.UPDATED).severity(Severity.HIGH).build();
    private Restraints restraints = Restraints.NONE;
    private Instant now = NOW;
    private AccountDesk desk = AccountDesk.EMPTY;

    @Test
    void whileItIsSilencedItsRunStaysOpenUntilSomebodyWorksOnIt() {
        // Given
        HoldoutRun run = take(opened).holdouts().get(0);

        // When
        restraints = silenced();
        SignalEffects silenced = take(critical);
        restraints = Restraints.NONE;
        now = NOW.plus(Duration.ofDays(3));
        SignalEffects over = new WaitDecider(decider()).silenceOver(desk, critical.episodeId(), Workload.EMPTY);

        // Then
        assertThat(silenced.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.SILENCED);
        assertThat(silenced.holdouts()).isEmpty();
        assertThat(over.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.TASK);
        assertThat(over.holdouts())
                .singleElement()
                .extracting(HoldoutRun::playRunId, HoldoutRun::outcome, HoldoutRun::endedAt)
                .containsExactly(run.playRunId(), PlayOutcome.OVERTAKEN, now);
    }

    @Test
    void whileTheBrakeHoldsItItsRunStaysOpenAndEndsWithItsSignal() {
        // Given
        take(opened);

        // When
        restraints = new Restraints(List.of(), Map.of(critical.episodeId(), "Too many."));
        SignalEffects held = take(critical);
        SignalEffects ended = take(drop.transition(3, SignalState.CLEARED).build());

        // Then
        assertThat(held.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.HELD);
        assertThat(held.holdouts()).isEmpty();
        assertThat(ended.holdouts()).extracting(HoldoutRun::outcome).containsExactly(PlayOutcome.RECOVERED);
        assertThat(desk.holdouts()).isEmpty();
    }

    @Test
    void afterItsPlayGaveUpTheBrakeHoldsWhatGetsGraverAndItsRunBeginsWhenItIsReleased() {
        // Given
        gaveUp();

        // When
        restraints = new Restraints(List.of(), Map.of(graver.episodeId(), "Too many."));
        SignalEffects held = take(graver);
        restraints = Restraints.NONE;
        SignalEffects released = new WaitDecider(decider())
                .released(desk, graver.episodeId(), new WaitDecider.Word("lea", "They are real."), Workload.EMPTY);

        // Then
        assertThat(held.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.HELD);
        assertThat(held.holdouts()).isEmpty();
        assertAnotherRunBeginsIn(released);
    }

    @Test
    void afterItsPlayGaveUpASilenceMakesWhatGetsGraverWaitAndItsRunBeginsWhenThatIsOver() {
        // Given
        gaveUp();

        // When
        restraints = silenced();
        SignalEffects silenced = take(graver);
        restraints = Restraints.NONE;
        now = now.plus(Duration.ofDays(3));
        SignalEffects over = new WaitDecider(decider()).silenceOver(desk, graver.episodeId(), Workload.EMPTY);

        // Then
        assertThat(silenced.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.SILENCED);
        assertThat(silenced.holdouts()).isEmpty();
        assertAnotherRunBeginsIn(over);
    }

    @Test
    void afterItsPlayGaveUpWhatGetsGraverIsMutedAndJoinsTheTaskOfWhatMutedItWhenThatIsOver() {
        // Given
        Signals ticket = Signals.of("a").reason(Reason.SUP_SEVERE_OPEN);
        gaveUp();
        take(ticket.build());

        // When
        SignalEffects muted = take(graver);
        SignalEffects over = take(ticket.transition(2, SignalState.CLEARED).build());

        // Then
        assertThat(muted.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.MUTED);
        assertThat(muted.holdouts()).isEmpty();
        assertThat(over.ledger()).extracting(KnownSignal::status).contains(SignalStatus.JOINED);
    }

    /** While its run is open its like in the other arm has a task, which what gets graver joins. */
    @Test
    void whileItsRunIsOpenWhatGetsGraverAndIsNotCriticalWaitsForNothing() {
        take(opened);

        restraints = silenced();
        SignalEffects effects = take(graver);

        assertThat(effects.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.HELD_OUT);
        assertThat(effects.holdouts()).isEmpty();
        assertThat(desk.holdouts()).hasSize(1);
    }

    private void gaveUp() {
        HoldoutRun run = take(opened).holdouts().get(0);
        now = NOW.plus(Duration.ofDays(60));
        desk = desk.after(new SignalEffects(List.of(), List.of(), List.of(run.gaveUp(now))));
        assertThat(desk.holdouts()).isEmpty();
    }

    private void assertAnotherRunBeginsIn(SignalEffects effects) {
        assertThat(effects.ledger()).extracting(KnownSignal::status).contains(SignalStatus.HELD_OUT);
        assertThat(effects.holdouts()).singleElement().satisfies(run -> {
            assertThat(run.isOpen()).isTrue();
            assertThat(run.startedAt()).isEqualTo(now);
            assertThat(run.openEpisodes()).containsExactly(graver.episodeId());
        });
    }

    private SignalEffects take(SignalChanged signal) {
        SignalEffects effects = decider().decide(desk, signal, Workload.EMPTY);
        desk = desk.after(effects);
        return effects;
    }

    private SignalDecider decider() {
        return new SignalDecider(Router.of(rules, restraints, now));
    }

    /** All of the account, for two days. */
    private Restraints silenced() {
        Silence silence = new Silence(
                new UUID(0, 1),
                new Matchers(Map.of(Trait.ACCOUNT, Set.of("a")), Map.of()),
                true,
                now,
                now.plus(Duration.ofDays(2)),
                "Migration.",
                "lea",
                now,
                null);
        return new Restraints(List.of(silence), Map.of());
    }
}
