package io.playcaller.health.engine.score;

import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Ruling;
import io.playcaller.health.engine.judgement.InForce;
import java.util.List;

/**
 * What our own people make of a computed score: the last step, after every rule.
 *
 * @param inForce the overrides that hold
 * @param levels what the score is made of with the measures as people say; the computed ones where they say nothing of any
 * @param parts what each override does to the score, in the order in which they apply: measures, then the whole score
 */
public record Overridden(InForce inForce, Levels levels, List<Part> parts) {

    /**
     * What one override does to the score.
     *
     * @param target id of the measure, or {@link Ruling#SCORE}
     * @param points milli-points, may be negative
     */
    public record Part(String target, long points) {}

    public Overridden {
        parts = List.copyOf(parts);
    }

    static long sum(List<Part> parts) {
        long sum = 0;
        for (Part part : parts) {
            sum += part.points();
        }
        return sum;
    }

    boolean scored() {
        return levels.scored() || inForce.score() != null;
    }

    /** Whether people say what the whole score is: no floor holds it then. */
    public boolean whole() {
        return inForce.score() != null;
    }

    /** What is said of a measure beside what was measured; empty where nobody says anything. */
    public String words(String measure) {
        Ruling ruling = inForce.measure(measure);
        return ruling == null
                ? ""
                : " (set to " + ruling.points() / 1000 + " by hand until " + Days.date(Days.of(ruling.until())) + ")";
    }
}
