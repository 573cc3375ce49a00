package io.playcaller.health.engine.score;

import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.Places;
import io.playcaller.health.engine.model.Scorecard;
import io.playcaller.health.engine.model.Scoring;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Effective weights. A dimension's weight is shared by its measures that are present, a dimension without any gives its
 * weight to the others, both in proportion. Integers that sum to {@link #WHOLE}: remainders go by largest remainder,
 * ties by id.
 */
public final class Weights {

    public static final int WHOLE = 1_000_000;

    private record Key(String card, long present) {}

    private final List<Measure> measures;
    private final Places places;
    private final long expected;
    private final Map<Key, int[]> memory = new ConcurrentHashMap<>();

    public Weights(Scoring scoring) {
        this.measures = scoring.measures().stream()
                .sorted(Comparator.comparing(Measure::id))
                .toList();
        this.places = scoring.places();
        this.expected = measures.stream()
                .filter(measure -> !measure.optional())
                .mapToLong(Weights::bit)
                .reduce(0, (a, b) -> a | b);
    }

    /**
     * Weights per {@linkplain Places place}.
     *
     * @param present one bit per place
     */
    public int[] effective(Scorecard card, long present) {
        return memory.computeIfAbsent(new Key(card.id(), present), key -> spread(card, present));
    }

    /** The weights when nothing that is expected is missing: what confidence is measured against. */
    int[] full(Scorecard card, long present) {
        return effective(card, expected | present);
    }

    private int[] spread(Scorecard card, long present) {
        int[] weights = new int[places.size()];
        List<Measure> counted = measures.stream()
                .filter(measure -> (present & bit(measure)) != 0 && weight(card, measure) > 0)
                .toList();
        long dimensions = counted.stream()
                .map(Measure::dimension)
                .distinct()
                .mapToLong(dimension -> card.weights().get(dimension))
                .sum();
        long[] fractions = new long[counted.size()];
        int left = WHOLE;
        for (int i = 0; i < counted.size(); i++) {
            Measure measure = counted.get(i);
            long exact = Math.multiplyExact((long) weight(card, measure) * measure.weight(), (long) WHOLE * WHOLE)
                    / (dimensions * within(counted, measure.dimension()));
            weights[measure.kind().position()] = (int) (exact / WHOLE);
            fractions[i] = exact % WHOLE;
            left -= weights[measure.kind().position()];
        }
        Integer[] order = byRemainder(fractions);
        for (int i = 0; i < left && i < order.length; i++) {
            weights[counted.get(order[i]).kind().position()]++;
        }
        return weights;
    }

    /** Measures are in order of their ids, so a stable sort breaks ties by id. */
    private static Integer[] byRemainder(long[] fractions) {
        Integer[] order = new Integer[fractions.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong((Integer i) -> fractions[i]).reversed());
        return order;
    }

    private static long within(List<Measure> counted, String dimension) {
        return counted.stream()
                .filter(measure -> measure.dimension().equals(dimension))
                .mapToLong(Measure::weight)
                .sum();
    }

    private static int weight(Scorecard card, Measure measure) {
        return card.weights().getOrDefault(measure.dimension(), 0);
    }

    private static long bit(Measure measure) {
        return 1L << measure.kind().position();
    }
}
