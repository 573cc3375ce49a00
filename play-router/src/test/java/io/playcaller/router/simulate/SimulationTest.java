package io.playcaller.router.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulationTest {

    @Test
    void eachPlayCountsItsRunsWhoTheyAreForAndTheirWork() {
        Simulated simulated =
                simulate(signal("a", Reason.USAGE_DROP), signal("b", Reason.USAGE_DROP), signal("b", Reason.COM_PRICE));

        PlayCount drop = play(simulated, "usage-drop");
        assertThat(drop.runs()).isEqualTo(2);
        assertThat(drop.accounts()).containsEntry("a", 1).containsEntry("b", 1);
        assertThat(drop.minutes()).isEqualTo(120);
        assertThat(play(simulated, "usage-drop").joined()
                        + play(simulated, "account-escalation").joined())
                .isEqualTo(1);
    }

    @Test
    void allStepsOfAPlayAreWorkOfTheirRolesInTheirWeeks() {
        Simulated simulated = simulate(signal("a", Reason.LIFE_CHURNED));

        assertThat(play(simulated, "loss-review").minutes()).isEqualTo(120);
        assertThat(simulated.minutesByRoleAndWeek().get("csm")).containsExactlyEntriesOf(Map.of("2026-03-02", 60L));
        assertThat(simulated.minutesByRoleAndWeek().get("renewals-manager"))
                .containsOnlyKeys("2026-05-25", "2026-08-24");
    }

    @Test
    void whatBecomesNoTaskIsCountedByItsReason() {
        Simulated simulated = simulate(
                Signals.of("a")
                        .reason(Reason.USAGE_SEATS_IDLE)
                        .tier("tech-touch")
                        .build(),
                signal("a", Reason.ADV_PROMOTER));

        assertThat(simulated.stopped()).containsEntry("tier", 1).containsEntry("no-play", 1);
        assertThat(simulated.plays()).allMatch(count -> count.runs() == 0);
    }

    @Test
    void whatEndedIsRoutedAsItWasWhileItHeld() {
        SignalChanged ended = Signals.of("a")
                .reason(Reason.USAGE_DROP)
                .transition(4, SignalState.CLEARED)
                .severity(Severity.LOW)
                .build();

        assertThat(play(simulate(ended), "usage-drop").runs()).isEqualTo(1);
    }

    private static SignalChanged signal(String account, Reason reason) {
        return Signals.of(account).reason(reason).build();
    }

    private static Simulated simulate(SignalChanged... signals) {
        List<PastSignal> past = Stream.of(signals).map(PastSignal::of).toList();
        return Simulation.of(TestRules.read(), past);
    }

    private static PlayCount play(Simulated simulated, String key) {
        return simulated.plays().stream()
                .filter(count -> count.play().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
