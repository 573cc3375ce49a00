package io.playcaller.forecast.engine.lift;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.Arm;
import io.playcaller.forecast.engine.lift.Look.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlayLiftsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void anAccountCountsByItsFirstRunInTheArmOfTheLot() {
        List<PlayLift> lifts = PlayLifts.of(
                List.of(
                        look("r2", "acme", Arm.TREATED, 10, true),
                        look("r1", "acme", Arm.TREATED, 0, false),
                        look("r3", "other", Arm.HOLDOUT, 0, true),
                        look("r4", "third", Arm.UNKNOWN, 0, true)),
                LiftRule.defaults());

        assertThat(lifts).hasSize(1);
        Lift lift = lifts.get(0).lift();
        assertThat(lift.treated().n()).isEqualTo(1);
        assertThat(lift.treated().mean()).isZero();
        assertThat(lift.holdout().n()).isEqualTo(1);
    }

    @Test
    void amountsOfTwoCurrenciesAreTwoFigures() {
        Look both = new Look(
                "rescue",
                Reason.USAGE_DROP,
                "r1",
                "acme",
                Arm.TREATED,
                START,
                90,
                List.of(new Seen(LiftMetric.ARR, "EUR", -5), new Seen(LiftMetric.ARR, "USD", 7)));

        assertThat(PlayLifts.of(List.of(both), LiftRule.defaults()))
                .extracting(PlayLift::currency)
                .containsExactly("EUR", "USD");
    }

    @Test
    void theOrderInWhichLooksCameIsOfNoConsequence() {
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            looks.add(look("r" + i, "a" + i % 90, i % 3 == 0 ? Arm.HOLDOUT : Arm.TREATED, i, i % 7 < 4));
        }
        List<PlayLift> inOrder = PlayLifts.of(looks, LiftRule.defaults());
        Collections.shuffle(looks, new Random(3));

        assertThat(PlayLifts.of(looks, LiftRule.defaults())).isEqualTo(inOrder);
    }

    private static Look look(String run, String account, Arm arm, int day, boolean recovered) {
        return new Look(
                "rescue",
                Reason.USAGE_DROP,
                run,
                account,
                arm,
                START.plusSeconds(86_400L * day),
                90,
                List.of(Seen.that(LiftMetric.RECOVERED, recovered)));
    }
}
