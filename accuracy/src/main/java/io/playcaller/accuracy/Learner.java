package io.playcaller.accuracy;

import java.util.List;

/** Learns from units how likely a bad end is. The same units teach the same. */
@FunctionalInterface
public interface Learner {

    /** What was learnt. */
    @FunctionalInterface
    interface Learnt {

        /** Of a bad end, 0 to 1. */
        double probability(double[] row);
    }

    /** @param rows the columns of each unit */
    Learnt learn(List<double[]> rows, boolean[] bad);
}
