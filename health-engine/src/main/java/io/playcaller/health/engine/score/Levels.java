package io.playcaller.health.engine.score;

import io.playcaller.health.engine.model.Places;
import java.util.Arrays;
import java.util.List;

/**
 * What a score is made of, per {@linkplain Places place}.
 *
 * @param card the scorecard that applied
 * @param places which measure stands where
 * @param points milli-points; {@link #ABSENT} where there is nothing to measure
 * @param weights millionths, summing to {@link Weights#WHOLE}; 0 where there is nothing to measure
 * @param floor what a floor takes off, milli-points, at most 0
 */
// Nobody writes to the arrays; lists of boxes would cost ten times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record Levels(String card, Places places, long[] points, int[] weights, long floor) {

    public static final long ABSENT = -1;
    public static final long FULL = 100_000;

    /** Before anything was measured. */
    public static final Levels NONE =
            new Levels("", Places.KNOWN, absent(Places.KNOWN), new int[Places.KNOWN.size()], 0);

    /** Full marks with the same weights: what a bad account is compared with. */
    public Levels perfect() {
        long[] full = points.clone();
        for (int i = 0; i < full.length; i++) {
            full[i] = full[i] == ABSENT ? ABSENT : FULL;
        }
        return new Levels(card, places, full, weights, 0);
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

    /** Milli-points of what stands there; {@link #ABSENT} also where nothing does. */
    long at(int place) {
        return place >= 0 && place < points.length ? points[place] : ABSENT;
    }

    boolean present(int place) {
        return at(place) != ABSENT && weights[place] > 0;
    }

    /** The ids of the declared measures that are present. */
    List<String> declared() {
        return places.declared().stream()
                .filter(id -> at(places.of(id)) != ABSENT)
                .toList();
    }

    /** The same by other places; what has none there is left out. */
    Levels by(Places others) {
        long[] moved = absent(others);
        int[] weighed = new int[others.size()];
        for (int place = 0; place < others.size(); place++) {
            int before = places.of(others.id(place));
            moved[place] = at(before);
            weighed[place] = before == Places.NOWHERE ? 0 : weights[before];
        }
        return new Levels(card, others, moved, weighed, floor);
    }

    /** Points of before anything was measured. */
    static long[] absent(Places places) {
        long[] points = new long[places.size()];
        Arrays.fill(points, ABSENT);
        return points;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Levels that
                && card.equals(that.card)
                && places.equals(that.places)
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
