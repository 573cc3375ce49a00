package io.playcaller.health.engine.model;

import java.util.List;

/**
 * From value to points: linear between the points given, level beyond the first and the last. Integers throughout.
 *
 * @param points with rising values
 */
public record Curve(List<Point> points) {

    /**
     * One corner of a curve.
     *
     * @param value thousandths of the measure's unit
     * @param score milli-points, 0 to 100,000
     */
    public record Point(long value, long score) {

        public Point {
            Require.range("curve.value", value, -1_000_000_000L, 1_000_000_000L);
            Require.range("curve.score", score, 0, 100_000);
        }
    }

    public Curve {
        points = List.copyOf(points);
        Require.that(!points.isEmpty(), "curve", "at least one point is needed");
        for (int i = 1; i < points.size(); i++) {
            Require.that(
                    points.get(i - 1).value() < points.get(i).value(),
                    "curve",
                    "values must rise, " + points.get(i).value() + " does not");
        }
    }

    /** A curve from pairs of value (thousandths) and score (milli-points). */
    public static Curve of(long... pairs) {
        Require.that(pairs.length % 2 == 0, "curve", "values and scores come in pairs");
        Point[] corners = new Point[pairs.length / 2];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Point(pairs[2 * i], pairs[2 * i + 1]);
        }
        return new Curve(List.of(corners));
    }

    /** Milli-points of {@code value}, rounded down between two corners. */
    public long at(long value) {
        Point below = points.get(0);
        if (value <= below.value()) {
            return below.score();
        }
        for (int i = 1; i < points.size(); i++) {
            Point above = points.get(i);
            if (value <= above.value()) {
                long run = above.value() - below.value();
                return below.score() + Math.floorDiv((above.score() - below.score()) * (value - below.value()), run);
            }
            below = above;
        }
        return below.score();
    }
}
