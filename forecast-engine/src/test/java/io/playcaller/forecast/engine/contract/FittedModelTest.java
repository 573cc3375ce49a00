package io.playcaller.forecast.engine.contract;

import static io.playcaller.forecast.engine.contract.Situations.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Driver;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.forecast.engine.calibration.Calibration;
import io.playcaller.forecast.engine.contract.FittedModel.Growth;
import io.playcaller.forecast.engine.fit.Bend;
import io.playcaller.forecast.engine.fit.Column;
import io.playcaller.forecast.engine.fit.LinearScore;
import io.playcaller.forecast.engine.fit.LinearScore.Term;
import io.playcaller.forecast.engine.fit.Pair;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FittedModelTest {

    private static final PriorModel PRIOR = PriorModel.defaults();

    /** Health and a sponsor that left count, and nothing else does. */
    private static final LinearScore SCORE = new LinearScore(
            1.5,
            List.of(
                    term("health", false, 60, 20, 0.8),
                    term("health", true, 0.3, 0.46, -0.2),
                    term("risk-relationship", false, 0.1, 0.2, -0.5)));

    private static final FittedModel LEARNT =
            new FittedModel("fit-1", PRIOR, SCORE, new Calibration(0.9, 0.1), Growth.PRIOR);

    /** Beyond a health of 70 more helps less, and a sponsor that left counts the more the lower health is. */
    private static final FittedModel CURVED = new FittedModel(
            "fit-1",
            PRIOR,
            new LinearScore(
                    SCORE.intercept(),
                    SCORE.terms(),
                    List.of(new Bend("health", 70, 8, 10, -0.3)),
                    List.of(new Pair(
                            SCORE.terms().get(0).column(), SCORE.terms().get(2).column(), -0.1, 1.1, 0.4))),
            new Calibration(0.9, 0.1),
            Growth.PRIOR);

    @Property(tries = 300)
    void theDriversSumToTheProbability(
            @ForAll @IntRange(max = 100) int health,
            @ForAll @IntRange(max = 400) int overdue,
            @ForAll @Size(max = 6) List<Reason> reasons,
            @ForAll boolean cancelled,
            @ForAll boolean curved) {
        Situations situation = customer().health(health).overdue(overdue);
        reasons.forEach(reason -> situation.signal(reason, Severity.HIGH));
        if (cancelled) {
            situation.cancelledOn("2026-02-01");
        }

        Probabilities probabilities = (curved ? CURVED : LEARNT).of(situation.build());

        assertThat(probabilities.drivers().stream().mapToLong(Driver::points).sum())
                .isEqualTo(probabilities.renews());
        assertThat(probabilities.contracts() + probabilities.expands()).isBetween(0, 1_000_000);
    }

    @Test
    void anOpenRiskIsADriverWithItsReasonAndOneThatIsNotOpenHasNone() {
        Driver open = driver(LEARNT, customer().signal(Reason.REL_SPONSOR_LEFT, Severity.HIGH), "risk-relationship");
        Driver none = driver(LEARNT, customer(), "risk-relationship");

        assertThat(open.reason()).isEqualTo(Reason.REL_SPONSOR_LEFT);
        assertThat(open.points()).isNegative();
        assertThat(none.reason()).isNull();
        assertThat(none.points()).isPositive();
    }

    @Test
    void whatBendsAndPairsAddIsToldByTheDriversOfTheirFeatures() {
        Situations situation = customer().health(90).signal(Reason.REL_SPONSOR_LEFT, Severity.HIGH);

        assertThat(driver(CURVED, situation, "risk-relationship").reason()).isEqualTo(Reason.REL_SPONSOR_LEFT);
        assertThat(CURVED.of(situation.build()).drivers())
                .extracting(Driver::driver)
                .isEqualTo(LEARNT.of(situation.build()).drivers().stream()
                        .map(Driver::driver)
                        .toList());
        assertThat(driver(CURVED, situation, "health").points())
                .isNotEqualTo(driver(LEARNT, situation, "health").points());
    }

    @Test
    void aCancellationOnRecordIsSureWhateverWasLearnt() {
        assertThat(renews(LEARNT, customer().health(95).cancelledOn("2026-02-01")))
                .isEqualTo(1_000);
        assertThat(renews(LEARNT, customer().health(95))).isGreaterThan(900_000);
    }

    @Test
    void anEndThatHasPassedCountsAsThePriorSays() {
        assertThat(renews(LEARNT, customer().health(80).on("2026-08-15")))
                .isLessThan(renews(LEARNT, customer().health(80).on("2026-06-15")) - 100_000);
    }

    @Test
    void withoutAScoreItIsThePriorPutRight() {
        Situations situation = customer().health(40).overdue(30);
        FittedModel same = new FittedModel("fit-2", PRIOR, null, Calibration.NONE, Growth.PRIOR);
        FittedModel lower = new FittedModel("fit-3", PRIOR, null, new Calibration(1, -0.7), Growth.PRIOR);

        assertThat(same.of(situation.build())).isEqualTo(PRIOR.of(situation.build()));
        assertThat(renews(lower, situation)).isLessThan(renews(same, situation));
        assertThat(driver(lower, situation, "health").driver()).isEqualTo("health");
    }

    @Test
    void lessAndMoreMayBeLearntEachByItself() {
        LinearScore more = new LinearScore(2, List.of());
        FittedModel growing =
                new FittedModel("fit-4", PRIOR, SCORE, Calibration.NONE, new Growth(null, more, AmountShares.prior()));

        Probabilities before = LEARNT.of(customer().build());
        Probabilities after = growing.of(customer().build());

        assertThat(after.expands()).isGreaterThan(before.expands()).isGreaterThan(500_000);
        assertThat(after.contracts()).isLessThan(before.contracts());
    }

    @Test
    void aFeatureOfAnotherReleaseIsMissingAndHarmsNothing() {
        LinearScore odd = new LinearScore(1, List.of(term("moon-phase", true, 0.5, 0.5, 0.3)));
        FittedModel model = new FittedModel("fit-5", PRIOR, odd, Calibration.NONE, Growth.PRIOR);

        Probabilities probabilities = model.of(customer().build());

        assertThat(probabilities.drivers().stream().mapToLong(Driver::points).sum())
                .isEqualTo(probabilities.renews());
    }

    private static Term term(String feature, boolean missing, double mean, double deviation, double coefficient) {
        return new Term(new Column(feature, missing, mean, deviation), coefficient);
    }

    private static int renews(ContractModel model, Situations situation) {
        return model.of(situation.build()).renews();
    }

    private static Driver driver(ContractModel model, Situations situation, String name) {
        return model.of(situation.build()).drivers().stream()
                .filter(driver -> driver.driver().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
