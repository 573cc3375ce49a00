package io.playcaller.router.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import java.time.Instant;
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

    /** A missed milestone gives up after 20 business days, and an account escalation follows. */
    @Test
    void whatFollowsWhereAPlayGivesUpIsCountedApart() {
        Simulated simulated =
                simulate(signal("a", Reason.ONB_MILESTONE_MISSED), signal("b", Reason.ONB_MILESTONE_MISSED));

        assertThat(play(simulated, "milestone-missed"))
                .returns(2, PlayCount::runs)
                .returns(0, PlayCount::followUps);
        assertThat(play(simulated, "account-escalation"))
                .returns(2, PlayCount::followUps)
                .returns(0, PlayCount::runs)
                .returns(0, PlayCount::accountsInAll)
                .returns(0L, PlayCount::minutes);
    }

    @Test
    void nothingFollowsBeforeThePlayHasGivenUp() {
        PastSignal missed = PastSignal.of(signal("a", Reason.ONB_MILESTONE_MISSED));

        assertThat(followUps(List.of(missed), "2026-03-27T10:00:00Z")).isZero();
        assertThat(followUps(List.of(missed), "2026-04-01T10:00:00Z")).isEqualTo(1);
    }

    @Test
    void nothingFollowsWhereTheSignalHadEndedByThen() {
        SignalChanged missed = Signals.of("a")
                .reason(Reason.ONB_MILESTONE_MISSED)
                .transition(2, SignalState.CLEARED)
                .build();

        assertThat(followUps(
                        List.of(new PastSignal(missed, Instant.parse("2026-03-20T10:00:00Z"))), "2026-09-01T10:00:00Z"))
                .isZero();
    }

    /** An open risk of the account takes in what follows. */
    @Test
    void whatWouldJoinAnOpenTaskBeginsNothing() {
        List<PastSignal> both = Stream.of(
                        signal("a", Reason.ONB_MILESTONE_MISSED),
                        Signals.of("a")
                                .reason(Reason.COM_PRICE)
                                .severity(Severity.CRITICAL)
                                .build())
                .map(PastSignal::of)
                .toList();

        assertThat(followUps(both, "2026-09-01T10:00:00Z")).isZero();
    }

    private static int followUps(List<PastSignal> signals, String until) {
        return Simulation.of(TestRules.read(), signals, Instant.parse(until)).plays().stream()
                .mapToInt(PlayCount::followUps)
                .sum();
    }

    private static SignalChanged signal(String account, Reason reason) {
        return Signals.of(account).reason(reason).build();
    }

    private static Simulated simulate(SignalChanged... signals) {
        List<PastSignal> past = Stream.of(signals).map(PastSignal::of).toList();
        return Simulation.of(TestRules.read(), past, Instant.parse("2026-12-01T00:00:00Z"));
    }

    private static PlayCount play(Simulated simulated, String key) {
        return simulated.plays().stream()
                .filter(count -> count.play().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
