package io.playcaller.health.engine.score;

import io.playcaller.health.engine.model.MeasureKind;
import java.util.Arrays;

/**
 * What a score is made of, per {@link MeasureKind#position() position}.
 *
 * @param card the scorecard that applied
 * @param points milli-points; {@link #ABSENT} where there is nothing to measure
 * @param weights millionths, summing to {@link Weights#WHOLE}; 0 where there is nothing to measure
 * @param floor what a floor takes off, milli-points, at most 0
 */
// Nobody writes to the arrays; lists of boxes would cost ten times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record Levels(String card, long[] points, int[] weights, long floor) {

    public static final long ABSENT = -1;
    public static final long FULL = 100_000;

    private static final int KINDS = MeasureKind.values().length;

    /** Before anything was measured. */
    public static final Levels NONE = new Levels("", absent(), new int[KINDS], 0);

    /** Full marks with the same weights: what a bad account is compared with. */
    public Levels perfect() {
        long[] full = points.clone();
        for (int i = 0; i < full.length; i++) {
            full[i] = full[i] == ABSENT ? ABSENT : FULL;
        }
        return new Levels(card, full, weights, 0);
    }

    public boolean scored() {
        for (int weight : weights) {
            if (weight > 0) {
                return true;
            }
        }
        return false;
    }

    /** Before the floor, milli-points, rounded down. */
    public long raw() {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Math.max(0, points[i]);
        }
        return Math.floorDiv(sum, (long) Weights.WHOLE);
    }

    public long score() {
        return raw() + floor;
    }

    boolean present(int kind) {
        return points[kind] != ABSENT && weights[kind] > 0;
    }

    private static long[] absent() {
        long[] points = new long[KINDS];
        Arrays.fill(points, ABSENT);
        return points;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Levels that
                && card.equals(that.card)
                && Arrays.equals(points, that.points)
                && Arrays.equals(weights, that.weights)
                && floor == that.floor;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(points) * 31 + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "Levels[" + card + ", score " + score() + "]";
    }
}
