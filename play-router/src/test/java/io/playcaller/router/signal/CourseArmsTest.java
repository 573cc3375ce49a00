package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.HoldoutRules;
import io.playcaller.router.Signals;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.play.PastRun;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.staff.Workload;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Plays of several steps, and plays that run seldom, on accounts that are held out of all plays. */
class CourseArmsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final RouterRules rules = HoldoutRules.of(100);
    private final Signals reference = Signals.of("a").reason(Reason.ADV_REFERENCE_DUE);
    private Instant now = NOW;
    private AccountDesk desk = AccountDesk.EMPTY;

    @Test
    void anAccountThatIsHeldOutBeginsNoCourse() {
        SignalEffects effects = take(Signals.of("a")
                .reason(Reason.SEN_NPS_DETRACTOR)
                .owner("csm", "ana")
                .build());

        assertThat(effects.courses()).isEmpty();
        assertThat(effects.tasks()).isEmpty();
        assertThat(effects.holdouts()).extracting(HoldoutRun::play).containsExactly("detractor");
    }

    @Test
    void aCriticalSignalBeginsTheCourseInPlaceOfTheRunThatWasHeldOut() {
        Signals detractor = Signals.of("a").reason(Reason.SEN_NPS_DETRACTOR).owner("csm", "ana");
        take(detractor.build());

        SignalEffects effects = take(detractor
                .transition(2, SignalState.UPDATED)
                .severity(Severity.CRITICAL)
                .build());

        assertThat(effects.courses()).hasSize(1);
        assertThat(effects.tasks()).hasSize(1);
        assertThat(effects.holdouts()).noneMatch(HoldoutRun::isOpen);
    }

    @Test
    void whatHasNoDayToCountFromIsNoRunInEitherArm() {
        SignalEffects effects = take(
                Signals.of("a").reason(Reason.FC_RENEWAL_DUE).tier("tech-touch").build());

        assertThat(effects.holdouts()).isEmpty();
        assertThat(effects.ledger()).extracting(KnownSignal::status).containsExactly(SignalStatus.STOPPED);
    }

    @Test
    void whatIsHeldOutRestsAsLongAsWhatIsWorkedOn() {
        // Given
        take(reference.build());
        take(reference.transition(2, SignalState.CLEARED).build());
        SignalChanged next = Signals.of("a").reason(Reason.ADV_REFERENCE_DUE).build();

        // When
        now = NOW.plus(Duration.ofDays(30));
        SignalEffects soon = take(next);

        // Then
        assertThat(desk.runs()).extracting(PastRun::play).containsExactly("reference-ask");
        assertThat(soon.holdouts()).isEmpty();
        assertThat(soon.ledger().get(0).why()).startsWith("It rests on the account for 90 days after a run");
    }

    @Test
    void whileARunIsHeldOutFurtherSignalsJoinItAndWhatIsCriticalIsWorkedOn() {
        HoldoutRun run = take(reference.build()).holdouts().get(0);

        SignalEffects second =
                take(Signals.of("a").reason(Reason.ADV_REFERENCE_DUE).build());
        SignalEffects critical = take(Signals.of("a")
                .reason(Reason.ADV_REFERENCE_DUE)
                .severity(Severity.CRITICAL)
                .build());

        assertThat(second.holdouts()).extracting(HoldoutRun::playRunId).containsExactly(run.playRunId());
        assertThat(critical.tasks()).isNotEmpty();
        assertThat(desk.holdouts()).isEmpty();
    }

    private SignalEffects take(SignalChanged signal) {
        SignalEffects effects = new SignalDecider(Router.of(rules, now)).decide(desk, signal, Workload.EMPTY);
        desk = desk.after(effects);
        return effects;
    }
}
