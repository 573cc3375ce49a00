package io.playcaller.accuracy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * 95% intervals by the percentile bootstrap (Efron 1979), in which whole accounts are drawn: units of one account are not
 * independent (Field and Welsh 2007, the cluster bootstrap). The same seed gives the same interval.
 */
public final class AccountBootstrap {

    private static final double TAIL = 0.025;

    private final int[] accountOf;
    private final int accounts;
    private final int draws;
    private final long seed;

    public AccountBootstrap(Sample sample, int draws, long seed) {
        Map<String, Integer> numbers = new HashMap<>();
        this.accountOf = sample.accounts().stream()
                .mapToInt(account -> numbers.computeIfAbsent(account, name -> numbers.size()))
                .toArray();
        this.accounts = numbers.size();
        this.draws = draws;
        this.seed = seed;
    }

    /** Draws in which all ends are the same say nothing and are left out. */
    public Interval interval(Auc auc) {
        return interval(auc::weighted);
    }

    /** Of the mean of a value that each unit has. */
    public Interval ofMean(double[] values) {
        return interval(times -> {
            double sum = 0;
            long count = 0;
            for (int unit = 0; unit < times.length; unit++) {
                sum += times[unit] * values[unit];
                count += times[unit];
            }
            return sum / count;
        });
    }

    private Interval interval(ToDoubleFunction<int[]> figure) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[draws];
        int[] times = new int[accountOf.length];
        for (int draw = 0; draw < draws; draw++) {
            int[] drawn = new int[accounts];
            for (int i = 0; i < accounts; i++) {
                drawn[random.nextInt(accounts)]++;
            }
            Arrays.setAll(times, unit -> drawn[accountOf[unit]]);
            values[draw] = figure.applyAsDouble(times);
        }
        double[] told = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return new Interval(quantile(told, TAIL), quantile(told, 1 - TAIL));
    }

    /** Between the two nearest, linearly: type 7 of Hyndman and Fan 1996. */
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
