package io.playcaller.accuracy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The area under the ROC curve: how often a bad unit drawn at random has more risk than a good one, ties counted half
 * (Mann and Whitney 1947; Hanley and McNeil 1982).
 */
public final class Auc {

    private final double[] risk;
    private final boolean[] bad;
    private final int[] ascending;

    /** @param risk the higher, the worse; no value is NaN */
    public Auc(double[] risk, boolean[] bad) {
        this.risk = risk.clone();
        this.bad = bad.clone();
        this.ascending = IntStream.range(0, risk.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> this.risk[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public static double of(double[] risk, boolean[] bad) {
        return new Auc(risk, bad).value();
    }

    /** NaN where all ends are the same. */
    public double value() {
        int[] once = new int[risk.length];
        Arrays.fill(once, 1);
        return weighted(once);
    }

    /** As if unit i stood there {@code times[i]} times. */
    double weighted(int[] times) {
        double goodBelow = 0;
        double badTotal = 0;
        double wins = 0;
        for (int i = 0; i < ascending.length; ) {
            double good = 0;
            double badHere = 0;
            double tied = risk[ascending[i]];
            for (; i < ascending.length && risk[ascending[i]] == tied; i++) {
                int unit = ascending[i];
                good += bad[unit] ? 0 : times[unit];
                badHere += bad[unit] ? times[unit] : 0;
            }
            wins += badHere * (goodBelow + good / 2);
            goodBelow += good;
            badTotal += badHere;
        }
        return wins / (badTotal * goodBelow);
    }
}
