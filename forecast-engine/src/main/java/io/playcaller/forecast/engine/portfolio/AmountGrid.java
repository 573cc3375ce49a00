package io.playcaller.forecast.engine.portfolio;

import java.util.Arrays;

/**
 * A distribution of a sum on equally wide cells from 0 up, built by convolving one contract after the other. An outcome
 * between two cells is split between them so that the mean stays exact.
 */
final class AmountGrid {

    private static final int NEWTON_STEPS = 6;
    private static final double LEAST_SLOPE = 0.05;

    private final double[] mass;
    private final double[] next;
    /** Cells above this one are empty. */
    private int top;

    AmountGrid(int cells) {
        this.mass = new double[cells + 1];
        this.next = new double[cells + 1];
        mass[0] = 1;
    }

    double[] mass() {
        return mass;
    }

    /** Adds an independent amount: {@code at[i]} cells with probability {@code probability[i]}. */
    void add(double[] at, double[] probability) {
        int reach = top;
        for (int i = 0; i < at.length; i++) {
            int cell = Math.min((int) at[i], mass.length - 1);
            double above = at[i] - cell;
            shift(cell, probability[i] * (1 - above));
            if (above > 0) {
                shift(cell + 1, probability[i] * above);
            }
            reach = Math.max(reach, Math.min(mass.length - 1, top + cell + 1));
        }
        top = reach;
        System.arraycopy(next, 0, mass, 0, top + 1);
        Arrays.fill(next, 0, top + 1, 0);
    }

    /**
     * Adds an independent amount that is nearly normal, such as the sum of many small ones. Unit: cells. It is cut at zero
     * and moved until its mean is {@code mean} again.
     */
    void addNormal(double mean, double variance) {
        double deviation = Math.sqrt(variance);
        if (deviation < 0.5) {
            add(new double[] {Math.max(0, mean)}, new double[] {1});
            return;
        }
        int from = (int) Math.max(0, Math.floor(mean - 5 * deviation));
        double[] at = new double[(int) Math.ceil(10 * deviation) + 1];
        Arrays.setAll(at, i -> from + i);
        double centre = mean;
        double[] probability = normal(at, centre, deviation);
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double reached = moment(at, probability, 0, 1);
            double slope = moment(at, probability, reached, 2) / variance;
            centre += (mean - reached) / Math.max(LEAST_SLOPE, slope);
            probability = normal(at, centre, deviation);
        }
        add(at, probability);
    }

    private static double[] normal(double[] at, double centre, double deviation) {
        double[] probability = new double[at.length];
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            double distance = (at[i] - centre) / deviation;
            probability[i] = Math.exp(-distance * distance / 2);
            sum += probability[i];
        }
        for (int i = 0; i < at.length; i++) {
            probability[i] /= sum;
        }
        return probability;
    }

    private static double moment(double[] at, double[] probability, double about, int power) {
        double moment = 0;
        for (int i = 0; i < at.length; i++) {
            double distance = at[i] - about;
            moment += probability[i] * (power == 1 ? distance : distance * distance);
        }
        return moment;
    }

    private void shift(int cells, double share) {
        if (share <= 0) {
            return;
        }
        int last = mass.length - 1;
        int within = Math.min(top, last - cells);
        // Without a bound in the loop, the compiler takes several cells at a time.
        for (int from = 0; from <= within; from++) {
            next[from + cells] += mass[from] * share;
        }
        for (int from = Math.max(0, within + 1); from <= top; from++) {
            next[last] += mass[from] * share;
        }
    }
}
