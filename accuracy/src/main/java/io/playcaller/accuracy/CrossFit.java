package io.playcaller.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Probabilities of units by what has seen none of their account: accounts are dealt into folds, and each fold is told by what
 * the others taught. The same seed deals the same.
 */
public final class CrossFit {

    public static final int FOLDS = 5;

    private final int[] fold;
    private final boolean[] bad;
    private final boolean[] teaches;

    /** @param teaches whether a unit may teach */
    public CrossFit(Sample sample, boolean[] teaches, long seed) {
        List<String> accounts = new ArrayList<>(new TreeSet<>(sample.accounts()));
        Collections.shuffle(accounts, new Random(seed));
        Map<String, Integer> place = new HashMap<>();
        accounts.forEach(account -> place.put(account, place.size() % FOLDS));
        this.fold = sample.accounts().stream().mapToInt(place::get).toArray();
        this.bad = sample.bad();
        this.teaches = teaches.clone();
    }

    /** @param columns each with a value of every unit */
    public double[] probabilities(List<double[]> columns, Learner learner) {
        double[] probability = new double[fold.length];
        for (int told = 0; told < FOLDS; told++) {
            tell(columns, learner, told, probability);
        }
        return probability;
    }

    private void tell(List<double[]> columns, Learner learner, int told, double[] probability) {
        int[] teachers = IntStream.range(0, fold.length)
                .filter(i -> fold[i] != told && teaches[i])
                .toArray();
        if (teachers.length == 0) {
            return;
        }
        List<double[]> rows =
                IntStream.of(teachers).mapToObj(i -> row(columns, i)).toList();
        boolean[] ends = new boolean[teachers.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = bad[teachers[i]];
        }
        Learner.Learnt learnt = learner.learn(rows, ends);
        for (int i = 0; i < fold.length; i++) {
            if (fold[i] == told) {
                probability[i] = learnt.probability(row(columns, i));
            }
        }
    }

    private static double[] row(List<double[]> columns, int unit) {
        return columns.stream().mapToDouble(column -> column[unit]).toArray();
    }
}
