package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.routing.Router;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an import found, and what of it waits for a lead. */
class ImportedSignalTest {

    private final SignalDecider decider =
            new SignalDecider(Router.of(TestRules.read(), Instant.parse("2026-03-02T10:00:00Z")));
    private AccountDesk desk = AccountDesk.EMPTY;

    @Test
    void whatNoPlayAnswersDoesNotWaitForAnybody() {
        KnownSignal promoter =
                take(Signals.of("a").reason(Reason.ADV_PROMOTER).backfill().build());
        KnownSignal outsideItsTiers =
                take(Signals.of("a").tier("tech-touch").backfill().build());

        assertThat(promoter.status()).isEqualTo(SignalStatus.STOPPED);
        assertThat(promoter.path()).extracting(PathStep::reason).containsExactly("no-play");
        assertThat(outsideItsTiers.status()).isEqualTo(SignalStatus.STOPPED);
        assertThat(outsideItsTiers.why()).contains("the account's tier is tech-touch");
    }

    @Test
    void whatIsMutedForNowWaitsAllTheSame() {
        take(Signals.of("a").build());

        KnownSignal growth = take(
                Signals.of("a").reason(Reason.EXP_SEATS_NEAR_LIMIT).backfill().build());

        assertThat(growth.status())
                .as("a lead decides whether it is routed at all")
                .isEqualTo(SignalStatus.TRIAGE);
    }

    @Test
    void whatAPlayAnswersByItsNextNewsWaitsFromThenOn() {
        // Given
        Signals signal = Signals.of("a").tier("tech-touch").backfill();
        take(signal.build());

        // When
        KnownSignal risen = take(
                signal.tier("mid-market").transition(2, SignalState.UPDATED).build());

        // Then
        assertThat(risen.status()).isEqualTo(SignalStatus.TRIAGE);
    }

    @Test
    void whatNoPlayAnswersAnyMoreNoLongerWaits() {
        // Given
        Signals signal = Signals.of("a").backfill();
        assertThat(take(signal.build()).status()).isEqualTo(SignalStatus.TRIAGE);

        // When
        KnownSignal fallen = take(
                signal.tier("tech-touch").transition(2, SignalState.UPDATED).build());

        // Then
        assertThat(fallen.status()).isEqualTo(SignalStatus.STOPPED);
    }

    private KnownSignal take(SignalChanged signal) {
        SignalEffects effects = decider.decide(desk, signal, Workload.EMPTY);
        desk = desk.after(effects);
        return desk.signals().get(signal.episodeId());
    }
}
