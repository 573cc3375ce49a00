package io.playcaller.health.engine.model;

import io.playcaller.contracts.health.Grade;

/** The lowest score of each grade in milli-points; below {@code d} is E. */
public record Grades(long a, long b, long c, long d) {

    public Grades {
        Require.range("grades.a", a, 1, 100_000);
        Require.that(a > b && b > c && c > d && d > 0, "grades", "must fall from a to d and stay above 0");
    }

    public Grade of(long score) {
        if (score >= a) {
            return Grade.A;
        }
        if (score >= b) {
            return Grade.B;
        }
        if (score >= c) {
            return Grade.C;
        }
        return score >= d ? Grade.D : Grade.E;
    }
}
