package io.playcaller.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticTest {

    private static final int[] TEMPERATURE = {
        66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58
    };
    private static final int[] DISTRESS = {0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1};

    /** O-rings of the 23 flights before Challenger by temperature (Dalal, Fowlkes and Hoadley 1989): 15.0429, -0.2322. */
    @Test
    void aPublishedFit() {
        List<double[]> rows = new ArrayList<>();
        boolean[] bad = new boolean[DISTRESS.length];
        for (int i = 0; i < bad.length; i++) {
            rows.add(new double[] {TEMPERATURE[i]});
            bad[i] = DISTRESS[i] == 1;
        }

        Logistic fit = Logistic.fit(rows, bad, 0);

        assertThat(fit.coefficients()[0]).isCloseTo(15.0429, within(0.0001));
        assertThat(fit.coefficients()[1]).isCloseTo(-0.2322, within(0.0001));
    }

    @Test
    void aRidgeKeepsAnswersFiniteWhereAColumnTellsAllApart() {
        Logistic fit = Logistic.fit(List.of(new double[] {0}, new double[] {1}), new boolean[] {false, true}, 1);

        assertThat(fit.probability(new double[] {1})).isBetween(0.5, 0.99);
    }

    @Test
    void howAnAccountEndedIsNoneOfWhatTeachesItsOwnProbability() {
        List<String> accounts = Arrays.asList("a", "a", "b", "c", "d", "e", "f", "g");
        List<String> dates = accounts.stream().map(account -> "2026-01-01").toList();
        double[] column = {1, 2, 3, 4, 5, 6, 7, 8};
        List<Boolean> ends = List.of(true, false, true, false, true, false, true, false);
        List<Boolean> otherEnds = List.of(false, true, true, false, true, false, true, false);

        boolean[] everyone = {true, true, true, true, true, true, true, true};

        double[] told = new CrossFit(new Sample(accounts, dates, ends), everyone, 1)
                .probabilities(List.of(column), new ScaledLogistic());
        double[] toldOther = new CrossFit(new Sample(accounts, dates, otherEnds), everyone, 1)
                .probabilities(List.of(column), new ScaledLogistic());

        assertThat(toldOther[0]).isEqualTo(told[0]);
        assertThat(toldOther[1]).isEqualTo(told[1]);
        assertThat(toldOther).isNotEqualTo(told);
    }

    @Test
    void whoDoesNotTeachChangesNobodysProbability() {
        List<String> accounts = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        List<String> dates = accounts.stream().map(account -> "2026-01-01").toList();
        double[] column = {1, 2, 3, 4, 5, 6, 7, 8};
        boolean[] teaches = {true, true, true, true, true, true, false, false};
        List<Boolean> ends = List.of(true, false, true, false, true, false, true, false);
        List<Boolean> otherEnds = List.of(true, false, true, false, true, false, false, true);

        assertThat(new CrossFit(new Sample(accounts, dates, otherEnds), teaches, 1)
                        .probabilities(List.of(column), new ScaledLogistic()))
                .isEqualTo(new CrossFit(new Sample(accounts, dates, ends), teaches, 1)
                        .probabilities(List.of(column), new ScaledLogistic()));
    }
}
