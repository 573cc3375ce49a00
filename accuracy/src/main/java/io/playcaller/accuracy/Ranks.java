package io.playcaller.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Places among those who were looked at on the same date. */
public final class Ranks {

    private Ranks() {}

    /** The mean over columns of the place of each unit within its date, above 0 to 1, where 1 has the most risk; ties share a place. */
    public static double[] mean(List<double[]> risks, List<String> dates) {
        double[] mean = new double[dates.size()];
        for (double[] risk : risks) {
            double[] places = within(risk, dates);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += places[i] / risks.size();
            }
        }
        return mean;
    }

    static double[] within(double[] risk, List<String> dates) {
        Map<String, List<Integer>> byDate = new TreeMap<>();
        for (int i = 0; i < risk.length; i++) {
            byDate.computeIfAbsent(dates.get(i), date -> new ArrayList<>()).add(i);
        }
        double[] places = new double[risk.length];
        byDate.values().forEach(units -> place(risk, units, places));
        return places;
    }

    private static void place(double[] risk, List<Integer> units, double[] places) {
        Integer[] ascending = units.toArray(Integer[]::new);
        Arrays.sort(ascending, Comparator.comparingDouble(i -> risk[i]));
        for (int i = 0; i < ascending.length; ) {
            int end = i;
            while (end < ascending.length && risk[ascending[end]] == risk[ascending[i]]) {
                end++;
            }
            double shared = (i + 1 + end) / 2.0 / ascending.length;
            for (; i < end; i++) {
                places[ascending[i]] = shared;
            }
        }
    }
}
