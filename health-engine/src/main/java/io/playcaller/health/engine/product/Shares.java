package io.playcaller.health.engine.product;

import io.playcaller.health.engine.model.ProductMeasure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Effective weights of a product's measures: what is missing gives its weight to the others in proportion. Integers that sum to
 * {@link #WHOLE}; remainders go by largest remainder, ties by id.
 */
final class Shares {

    static final int WHOLE = 1_000_000;

    private final List<ProductMeasure> measures;
    private final int[][] byPresent;

    Shares(List<ProductMeasure> measures) {
        this.measures = measures;
        this.byPresent = new int[1 << measures.size()][];
        for (int present = 0; present < byPresent.length; present++) {
            byPresent[present] = spread(measures, present);
        }
    }

    List<ProductMeasure> measures() {
        return measures;
    }

    /**
     * The weight of the measure at {@code i}, millionths.
     *
     * @param present one bit per measure; without any, all weights are 0
     */
    int of(int present, int i) {
        return byPresent[present][i];
    }

    /** What those that are present weigh of all, millionths. */
    int known(int present) {
        int[] full = byPresent[byPresent.length - 1];
        int known = 0;
        for (int i = 0; i < full.length; i++) {
            known += (present & (1 << i)) == 0 ? 0 : full[i];
        }
        return known;
    }

    private static int[] spread(List<ProductMeasure> measures, int present) {
        int[] shares = new int[measures.size()];
        List<Integer> counted = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < shares.length; i++) {
            if ((present & (1 << i)) != 0) {
                counted.add(i);
                sum += measures.get(i).weight();
            }
        }
        long whole = sum;
        int left = counted.isEmpty() ? 0 : WHOLE;
        for (int i : counted) {
            shares[i] = (int) ((long) WHOLE * measures.get(i).weight() / whole);
            left -= shares[i];
        }
        counted.sort(Comparator.comparingLong(
                        (Integer i) -> (long) WHOLE * measures.get(i).weight() % whole)
                .reversed()
                .thenComparing(i -> measures.get(i).id()));
        for (int i : counted.subList(0, left)) {
            shares[i]++;
        }
        return shares;
    }
}
