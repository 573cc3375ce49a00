package io.playcaller.forecast.engine.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.work.Arm;
import io.playcaller.forecast.engine.lift.Lift.Says;
import io.playcaller.forecast.engine.lift.Look.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
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
                10,
                START,
                90,
                List.of(new Seen(LiftMetric.ARR, "EUR", -5), new Seen(LiftMetric.ARR, "USD", 7)));

        assertThat(PlayLifts.of(List.of(both), LiftRule.defaults()))
                .extracting(PlayLift::currency)
                .containsExactly("EUR", "USD");
    }

    @Test
    void runsForWhichNoLotWasDrawnAreInNeitherArm() {
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            looks.add(look("n" + i, "named-" + i, Arm.TREATED, null, 0, i % 10 < 3));
            looks.add(look("p" + i, "pooled-" + i, i < 50 ? Arm.HOLDOUT : Arm.TREATED, 5, 0, i % 10 < 2));
        }

        Lift lift = PlayLifts.of(looks, LiftRule.defaults()).get(0).lift();

        assertThat(lift.treated().n()).isEqualTo(950);
        assertThat(lift.difference()).isCloseTo(0, within(1e-12));
    }

    @Test
    void anAccountWhoseFirstRunHadNoLotDoesNotCountByALaterOne() {
        List<Look> looks = List.of(
                look("r1", "acme", Arm.TREATED, null, 0, false),
                look("r2", "acme", Arm.TREATED, 10, 20, true),
                look("r3", "other", Arm.HOLDOUT, 10, 0, true));

        Lift lift = PlayLifts.of(looks, LiftRule.defaults()).get(0).lift();

        assertThat(lift.treated().n()).isZero();
        assertThat(lift.holdout().n()).isEqualTo(1);
    }

    @Test
    void whereSharesDifferAPlayThatDoesNothingHasNoLift() {
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            looks.add(look("t" + i, "tech-" + i, i < 500 ? Arm.HOLDOUT : Arm.TREATED, 50, 0, i % 10 < 1));
            looks.add(look("p" + i, "pooled-" + i, i < 50 ? Arm.HOLDOUT : Arm.TREATED, 5, 0, i % 10 < 6));
        }

        Lift lift = PlayLifts.of(looks, LiftRule.defaults()).get(0).lift();

        assertThat(lift.accounts()).isEqualTo(2_000);
        assertThat(lift.treated().mean()).isCloseTo(0.35, within(1e-12));
        assertThat(lift.holdout().mean()).isCloseTo(0.35, within(1e-12));
        assertThat(lift.difference()).isCloseTo(0, within(1e-12));
        assertThat(lift.says()).isEqualTo(Says.UNCLEAR);
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
        return look(run, account, arm, 10, day, recovered);
    }

    private static Look look(String run, String account, Arm arm, @Nullable Integer share, int day, boolean recovered) {
        return new Look(
                "rescue",
                Reason.USAGE_DROP,
                run,
                account,
                arm,
                share,
                START.plusSeconds(86_400L * day),
                90,
                List.of(Seen.that(LiftMetric.RECOVERED, recovered)));
    }
}
