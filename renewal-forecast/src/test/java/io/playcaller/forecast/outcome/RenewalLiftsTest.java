package io.playcaller.forecast.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.estimate.Bounds;
import io.playcaller.forecast.engine.lift.Lift;
import io.playcaller.forecast.engine.lift.Lift.Says;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.PlayLift;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenewalLiftsTest {

    @Test
    void aScenarioTakesTheRenewalsOfPlaysWhoseEffectHasASign() {
        List<PlayLift> lifts = List.of(
                lift("helps", 90, LiftMetric.RENEWED, 0.0625, Says.HELPS),
                lift("harms", 90, LiftMetric.RENEWED, -0.03, Says.HARMS),
                lift("unclear", 90, LiftMetric.RENEWED, 0.2, Says.UNCLEAR),
                lift("young", 90, LiftMetric.RENEWED, 0.5, Says.TOO_FEW),
                lift("early", 30, LiftMetric.RENEWED, 0.1, Says.HELPS),
                lift("else", 90, LiftMetric.RECOVERED, 0.1, Says.HELPS));

        assertThat(RenewalLifts.of(lifts, 90)).isEqualTo(Map.of("helps", 62_500, "harms", -30_000));
    }

    private static PlayLift lift(String play, int daysAfter, LiftMetric metric, double difference, Says says) {
        Bounds bounds = says == Says.TOO_FEW ? null : Bounds.around(difference, 0.01);
        return new PlayLift(play, daysAfter, metric, "", new Lift(List.of(), difference, bounds, says));
    }
}
