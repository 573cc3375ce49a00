package io.playcaller.forecast.lab.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.lab.truth.TruthFigures.Coverage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** On two companies whose true probabilities are known, with drift between years; {@code evaluate forecast --generated} takes more. */
class TruthCheckTest {

    private static final TruthFigures FIGURES = TruthCheck.of(2, 42);

    @Test
    void theLogLossIsWithinTwoPercentOfTheTruths() {
        assertThat(FIGURES.excess()).isBetween(-0.002, 0.02);
    }

    @Test
    void ninetyPercentIntervalsHoldEightyFiveToNinetyFivePercentOfSegmentsAndPeriods() {
        assertThat(share("all intervals")).isBetween(0.85, 0.95);
    }

    @Test
    void nothingIsMadeWideToHold() {
        Coverage company = coverage("company");

        assertThat(company.width()).isLessThan(0.2);
        assertThat(coverage("segment large").width()).isGreaterThan(company.width());
    }

    @Test
    void theSameSeedMakesTheSame() {
        assertThat(new GeneratedCompany(new SplittableRandom(5)).quarters())
                .isEqualTo(new GeneratedCompany(new SplittableRandom(5)).quarters());
    }

    private static double share(String of) {
        return coverage(of).share();
    }

    private static Coverage coverage(String of) {
        return FIGURES.intervals().stream()
                .filter(one -> one.of().equals(of))
                .findFirst()
                .orElseThrow();
    }
}
