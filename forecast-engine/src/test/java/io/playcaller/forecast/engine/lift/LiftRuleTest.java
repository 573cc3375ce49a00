package io.playcaller.forecast.engine.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.forecast.engine.estimate.Moments;
import io.playcaller.forecast.engine.lift.Lift.Says;
import java.util.List;
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
    void sharesWhoseDifferencesAreApartMakeTheIntervalWider() {
        Arms helped = new Arms(shares(900, 1_000), shares(500, 1_000));
        Arms harmed = new Arms(shares(500, 1_000), shares(900, 1_000));

        Lift alike = RULE.lift(List.of(helped, helped), LiftMetric.RENEWED);
        Lift apart = RULE.lift(List.of(helped, harmed), LiftMetric.RENEWED);

        assertThat(alike.difference()).isCloseTo(0.4, within(1e-12));
        assertThat(apart.difference()).isCloseTo(0, within(1e-12));
        assertThat(reach(apart) / reach(alike))
                .as("by the law of total variance: 2 (0.09 + 0.25), and 0.4 squared between the shares")
                .isCloseTo(Math.sqrt((0.68 + 0.16) / 0.68), within(0.001));
    }

    @Test
    void aShareOfWhichNobodyIsHeldOutComparesNothing() {
        Arms both = new Arms(shares(60, 100), shares(50, 100));
        Arms one = new Arms(shares(100, 100), Moments.none());

        Lift lift = RULE.lift(List.of(both, one), LiftMetric.RENEWED);

        assertThat(lift.treated().n()).isEqualTo(200);
        assertThat(lift.accounts()).isEqualTo(200);
        assertThat(lift.treated().mean()).isCloseTo(0.6, within(1e-12));
        assertThat(lift.bounds())
                .isEqualTo(RULE.lift(List.of(both), LiftMetric.RENEWED).bounds());
    }

    private static double reach(Lift lift) {
        return lift.bounds().high() - lift.bounds().low();
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
