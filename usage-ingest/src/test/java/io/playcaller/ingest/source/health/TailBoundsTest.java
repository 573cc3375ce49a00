package io.playcaller.ingest.source.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TailBoundsTest {

    @Property
    void aBoundIsNeverBelowTheProbabilityOfAPoissonVariable(
            @ForAll @IntRange(max = 60) int seen, @ForAll @DoubleRange(min = 0.1, max = 80) double mean) {
        double probability = 0;
        double term = Math.exp(-mean);
        for (int count = 0; count <= seen; count++) {
            probability += term;
            term *= mean / (count + 1);
        }

        assertThat(TailBounds.poissonAtMost(seen, mean)).isGreaterThanOrEqualTo(probability - 1e-12);
    }

    @Property
    void norBelowThatOfABinomialOne(
            @ForAll @IntRange(min = 1, max = 60) int trials,
            @ForAll @IntRange(max = 60) int some,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double chance) {
        int happened = Math.min(some, trials);
        double probability = 0;
        double term = Math.pow(1 - chance, trials);
        for (int count = 0; count <= trials; count++) {
            probability += count >= happened ? term : 0;
            term *= (trials - count) / (count + 1.0) * chance / (1 - chance);
        }

        assertThat(TailBounds.binomialAtLeast((double) happened / trials, trials, chance))
                .isGreaterThanOrEqualTo(probability - 1e-9);
    }

    @Test
    void nothingAtAllIsAsImprobableAsItIs() {
        assertThat(TailBounds.poissonAtMost(0, 14))
                .isCloseTo(Math.exp(-14), within(1e-12))
                .isLessThan(1e-6);
        assertThat(TailBounds.poissonAtMost(0, 13)).isGreaterThan(1e-6);
    }

    @Test
    void aQuartileIsUntouchedByOneBadWeek() {
        List<Weighted> weeks = List.of(
                Weighted.ofWeek(0, 1),
                Weighted.ofWeek(100, 2),
                Weighted.ofWeek(110, 3),
                Weighted.ofWeek(120, 4),
                Weighted.ofWeek(105, 5),
                Weighted.ofWeek(95, 6),
                Weighted.ofWeek(90, 7),
                Weighted.ofWeek(130, 8));

        assertThat(Weighted.quantile(weeks, 0.25)).isEqualTo(90);
    }

    @Test
    void aWeekOfAMonthAgoWeighsHalf() {
        assertThat(Weighted.ofWeek(1, 5).weight())
                .isCloseTo(Weighted.ofWeek(1, 1).weight() / 2, within(1e-12));
    }
}
