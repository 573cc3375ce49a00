package io.playcaller.forecast.lab.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.lab.truth.GeneratedCompany.Renewal;
import io.playcaller.forecast.lab.truth.TruthFigures.Coverage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On two companies whose true probabilities are known, with drift between years; {@code evaluate forecast --generated} takes more. */
class TruthCheckTest {

    private static final List<Integer> TOLD = Collections.synchronizedList(new ArrayList<>());
    private static final TruthFigures FIGURES = TruthCheck.of(World.AS_LEARNT, 2, 42, TOLD::add);

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
    void eachCompanyIsToldWhenItIsDone() {
        assertThat(TOLD).containsExactlyInAnyOrder(1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedMakesTheSame(World world) {
        assertThat(quarters(world)).isEqualTo(quarters(world));
    }

    /** What a renewal is likely to do is not told by what it did: of those that are said to renew so often, so many do. */
    @ParameterizedTest
    @EnumSource
    void theTruthIsTrue(World world) {
        double said = 0;
        double came = 0;
        double variance = 0;
        for (Renewal renewal : quarters(world).stream().flatMap(List::stream).toList()) {
            said += renewal.renews();
            came += renewal.renewed() ? 1 : 0;
            variance += renewal.renews() * (1 - renewal.renews());
        }

        assertThat(Math.abs(came - said)).isLessThan(4 * Math.sqrt(variance));
    }

    private static List<List<Renewal>> quarters(World world) {
        return new GeneratedCompany(world, new SplittableRandom(5)).quarters();
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
