package io.playcaller.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoostingTest {

    /** The first tree, by hand: below 40 all errors are -.5, from there on .5; a leaf's step is the error over p (1 - p). */
    @Test
    void aTreeSplitsWhereTheErrorsChange() {
        List<double[]> rows = new ArrayList<>();
        double[] errors = new double[100];
        double[] curvature = new double[100];
        int[] all = new int[100];
        for (int i = 0; i < 100; i++) {
            rows.add(new double[] {7, i});
            errors[i] = i < 40 ? -0.5 : 0.5;
            curvature[i] = 0.25;
            all[i] = i;
        }

        Tree tree = new TreeGrower(rows, errors, curvature).grow(all, 1);

        assertThat(tree).isEqualTo(new Tree.Split(1, 39.5, new Tree.Leaf(-2), new Tree.Leaf(2)));
    }

    /** An end that only two columns together tell, which no line through them does. */
    @Test
    void itLearnsWhatALogisticRegressionCannot() {
        Random random = new Random(3);
        List<double[]> rows = new ArrayList<>();
        boolean[] bad = new boolean[800];
        for (int i = 0; i < bad.length; i++) {
            double[] row = {random.nextDouble() - 0.45, random.nextDouble() - 0.45};
            rows.add(row);
            bad[i] = row[0] > 0 == row[1] > 0;
        }

        assertThat(auc(new Boosting(), rows, bad)).isGreaterThan(0.98);
        assertThat(auc(new ScaledLogistic(), rows, bad)).isLessThan(0.7);
    }

    @Test
    void whereColumnsSayNothingItSaysTheShareOfBadEnds() {
        List<double[]> rows = new ArrayList<>();
        boolean[] bad = new boolean[200];
        for (int i = 0; i < bad.length; i++) {
            rows.add(new double[] {1});
            bad[i] = i % 4 == 0;
        }

        assertThat(new Boosting().learn(rows, bad).probability(new double[] {1}))
                .isCloseTo(0.25, within(1e-3));
    }

    private static double auc(Learner learner, List<double[]> rows, boolean[] bad) {
        Learner.Learnt learnt = learner.learn(rows, bad);
        return Auc.of(rows.stream().mapToDouble(learnt::probability).toArray(), bad);
    }
}
