package io.playcaller.lab;

import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.lab.baseline.Columns;
import io.playcaller.lab.replay.Look;
import io.playcaller.lab.rows.Label;
import java.util.Optional;

/** A unit: what was said of it, what simpler means have to go by, and how it ended. */
record Looked(Label label, Look look, Columns columns) {

    private static final double FULL = 100_000;

    /** 1 less the score as a share of 100; 1 where there is none. */
    double risk() {
        Long score = look.score().score();
        return score == null ? 1 : 1 - score / FULL;
    }

    boolean scored() {
        return look.score().score() != null;
    }

    /** Empty where the measure has nothing to read. */
    Optional<Measured> measured(String measure) {
        for (MeasureScore score : look.score().measures()) {
            Long value = score.value();
            Long points = score.points();
            if (score.measure().equals(measure) && value != null && points != null) {
                return Optional.of(new Measured(value, points, score.weight()));
            }
        }
        return Optional.empty();
    }
}
