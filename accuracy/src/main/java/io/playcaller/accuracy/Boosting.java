package io.playcaller.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gradient boosting of trees with logistic loss (Friedman 2001, algorithm 5: L2_TreeBoost): each tree is fitted to what the ones
 * before it left, and its leaves take one Newton step. Plain and deterministic: no sampling, no early stop.
 */
public final class Boosting implements Learner {

    private static final int TREES = 150;
    private static final int DEPTH = 3;
    private static final double SHRINKAGE = 0.05;

    @Override
    public Learnt learn(List<double[]> rows, boolean[] bad) {
        double[] logit = new double[bad.length];
        double start = start(bad);
        Arrays.fill(logit, start);
        List<Tree> trees = new ArrayList<>();
        int[] all = IntStream.range(0, bad.length).toArray();
        double[] left = new double[bad.length];
        double[] curvature = new double[bad.length];
        for (int t = 0; t < TREES; t++) {
            for (int i = 0; i < bad.length; i++) {
                double p = probability(logit[i]);
                left[i] = (bad[i] ? 1 : 0) - p;
                curvature[i] = p * (1 - p);
            }
            Tree tree = new TreeGrower(rows, left, curvature).grow(all, DEPTH);
            trees.add(tree);
            for (int i = 0; i < bad.length; i++) {
                logit[i] += SHRINKAGE * tree.value(rows.get(i));
            }
        }
        return row -> probability(start
                + SHRINKAGE
                        * trees.stream().mapToDouble(tree -> tree.value(row)).sum());
    }

    /** The logit of the share of bad ends; both ends stand there at least once. */
    private static double start(boolean[] bad) {
        double count = IntStream.range(0, bad.length).filter(i -> bad[i]).count();
        return Math.log((count + 0.5) / (bad.length - count + 0.5));
    }

    private static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
