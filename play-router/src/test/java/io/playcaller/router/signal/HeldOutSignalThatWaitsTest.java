package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
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

/** What is held out gets critical, and something makes it wait. */
class HeldOutSignalThatWaitsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final RouterRules rules = HoldoutRules.of(100, "severe-ticket");
    private final Signals drop = Signals.of("a").owner("csm", "ana");
    private final SignalChanged opened = drop.build();
    private final SignalChanged critical =
            drop.transition(2, SignalState.UPDATED).severity(Severity.CRITICAL).build();
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

    private SignalEffects take(SignalChanged signal) {
        SignalEffects effects = decider().decide(desk, signal, Workload.EMPTY);
        desk = desk.after(effects);
        return effects;
    }

    private SignalDecider decider() {
        return new SignalDecider(Router.of(rules, restraints, now));
    }

    /** All of the account, for two days. */
    private static Restraints silenced() {
        Silence silence = new Silence(
                new UUID(0, 1),
                new Matchers(Map.of(Trait.ACCOUNT, Set.of("a")), Map.of()),
                true,
                NOW,
                NOW.plus(Duration.ofDays(2)),
                "Migration.",
                "lea",
                NOW,
                null);
        return new Restraints(List.of(silence), Map.of());
    }
}
