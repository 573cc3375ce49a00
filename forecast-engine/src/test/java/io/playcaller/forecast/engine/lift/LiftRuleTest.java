package io.playcaller.forecast.engine.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.forecast.engine.estimate.Moments;
import io.playcaller.forecast.engine.lift.Lift.Says;
import org.junit.jupiter.api.Test;

class LiftRuleTest {

    private static final LiftRule RULE = LiftRule.defaults();

    @Test
    void anArmWithTooFewHasNoInterval() {
        Lift lift = RULE.lift(shares(900, 1_000), shares(5, 19), LiftMetric.RENEWED);

        assertThat(lift.says()).isEqualTo(Says.TOO_FEW);
        assertThat(lift.bounds()).isNull();
        assertThat(lift.difference()).isCloseTo(0.9 - 5 / 19.0, within(1e-12));
    }

    @Test
    void aSmallHoldoutWithoutASingleLossProvesNothing() {
        Lift lift = RULE.lift(shares(14, 270), shares(0, 30), LiftMetric.CHURNED);

        assertThat(lift.says()).isEqualTo(Says.UNCLEAR);
    }

    @Test
    void fewerLossesAreHelpAndMoreRenewalsAreToo() {
        assertThat(RULE.lift(shares(100, 1_000), shares(300, 1_000), LiftMetric.CHURNED)
                        .says())
                .isEqualTo(Says.HELPS);
        assertThat(RULE.lift(shares(300, 1_000), shares(100, 1_000), LiftMetric.RENEWED)
                        .says())
                .isEqualTo(Says.HELPS);
        assertThat(RULE.lift(shares(100, 1_000), shares(300, 1_000), LiftMetric.RENEWED)
                        .says())
                .isEqualTo(Says.HARMS);
    }

    @Test
    void afterAsManyMoreAccountsAsItSaysTheIntervalIsAsNarrowAsAsked() {
        Lift lift = RULE.lift(shares(540, 900), shares(55, 100), LiftMetric.RECOVERED);
        long more = lift.moreUntil(0.05, LiftMetric.RECOVERED, RULE).orElseThrow();
        int times = (int) ((1_000 + more + 999) / 1_000);

        Lift later = RULE.lift(shares(540 * times, 900 * times), shares(55 * times, 100 * times), LiftMetric.RECOVERED);

        assertThat(more).isPositive();
        assertThat(later.moreUntil(0.05, LiftMetric.RECOVERED, RULE).orElseThrow())
                .isZero();
        assertThat(later.bounds()).isNotNull();
        assertThat(later.bounds().high() - later.bounds().low()).isLessThanOrEqualTo(0.1);
    }

    @Test
    void withNobodyHeldOutNoNumberOfAccountsIsEnough() {
        Lift lift = RULE.lift(shares(50, 100), Moments.none(), LiftMetric.RECOVERED);

        assertThat(lift.moreUntil(0.05, LiftMetric.RECOVERED, RULE)).isEmpty();
    }

    private static Moments shares(int part, int whole) {
        Moments moments = Moments.none();
        for (int i = 0; i < whole; i++) {
            moments = moments.plus(i < part ? 1 : 0);
        }
        return moments;
    }
}
