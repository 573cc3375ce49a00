package io.playcaller.forecast.lab.learn;

import java.util.Arrays;

/**
 * Deals units into folds so that each has its share of both ends: to the unit those of scikit-learn's
 * {@code StratifiedKFold(folds, shuffle=True, random_state=seed)}.
 */
public final class StratifiedFolds {

    private StratifiedFolds() {}

    /** The fold of each unit, from 0. */
    public static int[] of(boolean[] ends, int folds, int seed) {
        NumpyShuffle random = new NumpyShuffle(seed);
        int[] dealt = new int[ends.length];
        boolean first = ends[0];
        int before = 0;
        for (boolean end : new boolean[] {first, !first}) {
            int count = count(ends, end);
            int[] ofEnd = folds(before, count, folds);
            random.shuffle(ofEnd);
            int next = 0;
            for (int i = 0; i < ends.length; i++) {
                if (ends[i] == end) {
                    dealt[i] = ofEnd[next++];
                }
            }
            before += count;
        }
        return dealt;
    }

    private static int count(boolean[] ends, boolean end) {
        int count = 0;
        for (boolean one : ends) {
            count += one == end ? 1 : 0;
        }
        return count;
    }

    /** The folds of {@code count} units that stand after {@code before} others, in ascending order. */
    private static int[] folds(int before, int count, int folds) {
        int[] dealt = new int[count];
        for (int i = 0; i < count; i++) {
            dealt[i] = (before + i) % folds;
        }
        Arrays.sort(dealt);
        return dealt;
    }
}
