package io.playcaller.accuracy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grows a tree that lessens squared errors the most with each split; ties go to the first column and border. */
final class TreeGrower {

    private static final int FEWEST_IN_LEAF = 20;
    private static final double LEAST_CURVATURE = 1e-9;
    private static final double LEAST_GAIN = 1e-9;

    private final List<double[]> rows;
    private final double[] errors;
    private final double[] curvature;

    /** @param curvature of the loss at each row, which scales a leaf's step */
    TreeGrower(List<double[]> rows, double[] errors, double[] curvature) {
        this.rows = rows;
        this.errors = errors;
        this.curvature = curvature;
    }

    Tree grow(int[] units, int depth) {
        @Nullable Cut best = null;
        for (int column = 0; depth > 0 && column < rows.get(0).length; column++) {
            Cut cut = cut(units, column);
            if (cut != null && (best == null || cut.gain() > best.gain())) {
                best = cut;
            }
        }
        if (best == null) {
            return leaf(units);
        }
        Cut at = best;
        int[] left = Arrays.stream(units)
                .filter(i -> rows.get(i)[at.column()] <= at.border())
                .toArray();
        int[] right = Arrays.stream(units)
                .filter(i -> rows.get(i)[at.column()] > at.border())
                .toArray();
        return new Tree.Split(at.column(), at.border(), grow(left, depth - 1), grow(right, depth - 1));
    }

    private record Cut(int column, double border, double gain) {}

    /** The best of a column; null when none gains. */
    private @Nullable Cut cut(int[] units, int column) {
        Integer[] ascending = Arrays.stream(units).boxed().toArray(Integer[]::new);
        Arrays.sort(ascending, Comparator.comparingDouble(i -> rows.get(i)[column]));
        double total = Arrays.stream(units).mapToDouble(i -> errors[i]).sum();
        int count = units.length;
        double below = 0;
        Cut best = null;
        double most = total * total / count + LEAST_GAIN;
        for (int i = 0; i + 1 < count; i++) {
            below += errors[ascending[i]];
            double here = rows.get(ascending[i])[column];
            double next = rows.get(ascending[i + 1])[column];
            int lower = i + 1;
            if (here == next || lower < FEWEST_IN_LEAF || count - lower < FEWEST_IN_LEAF) {
                continue;
            }
            double gain = below * below / lower + (total - below) * (total - below) / (count - lower);
            if (gain > most) {
                most = gain;
                best = new Cut(column, (here + next) / 2, gain - total * total / count);
            }
        }
        return best;
    }

    private Tree leaf(int[] units) {
        double error = Arrays.stream(units).mapToDouble(i -> errors[i]).sum();
        double bend = Arrays.stream(units).mapToDouble(i -> curvature[i]).sum();
        return new Tree.Leaf(error / Math.max(bend, LEAST_CURVATURE));
    }
}
