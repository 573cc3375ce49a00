package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.DimensionScore;
import io.playcaller.health.engine.fact.Ruling;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.Scoring;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The dimensions of a score, by name: what each is by itself, and its part of the whole. Parts sum exactly to the score:
 * thousandths that are left go by largest remainder, ties by name.
 */
final class Dimensions {

    private static final class Sum {

        private int weight;
        /** Millionths of milli-points. */
        private long exact;

        private long remainder() {
            return Math.floorMod(exact, (long) Weights.WHOLE);
        }
    }

    private final List<Measure> measures;

    Dimensions(Scoring scoring) {
        this.measures = scoring.measures();
    }

    /** With what children do, and what people say of the whole score, as parts of their own. */
    List<DimensionScore> of(Assessment assessment) {
        Overridden overridden = assessment.overridden();
        Levels levels = overridden.levels();
        List<DimensionScore> dimensions = of(levels);
        long children = assessment.rolling().adds(levels);
        if (children != 0) {
            dimensions.add(new DimensionScore(HealthWriter.CHILDREN, null, 0, children));
        }
        Ruling whole = overridden.inForce().score();
        if (whole != null) {
            dimensions.add(new DimensionScore(
                    Overriding.WHOLE,
                    null,
                    0,
                    whole.points() - assessment.rolling().score(levels)));
        }
        return dimensions;
    }

    List<DimensionScore> of(Levels levels) {
        Map<String, Sum> sums = new TreeMap<>();
        for (Measure measure : measures) {
            int kind = measure.kind().position();
            if (levels.present(kind)) {
                Sum sum = sums.computeIfAbsent(measure.dimension(), dimension -> new Sum());
                sum.weight += levels.weights()[kind];
                sum.exact += levels.weights()[kind] * levels.points()[kind];
            }
        }
        List<String> raised = raised(sums, levels.raw());
        List<DimensionScore> dimensions = new ArrayList<>();
        sums.forEach((dimension, sum) -> dimensions.add(new DimensionScore(
                dimension,
                sum.exact / sum.weight,
                sum.weight,
                sum.exact / Weights.WHOLE + (raised.contains(dimension) ? 1 : 0))));
        if (levels.floor() != 0) {
            dimensions.add(new DimensionScore(Decomposition.FLOOR, null, 0, levels.floor()));
        }
        return dimensions;
    }

    private static List<String> raised(Map<String, Sum> sums, long raw) {
        long whole = sums.values().stream()
                .mapToLong(sum -> sum.exact / Weights.WHOLE)
                .sum();
        return sums.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Sum> entry) ->
                                entry.getValue().remainder())
                        .reversed())
                .limit(raw - whole)
                .map(Map.Entry::getKey)
                .toList();
    }
}
