package io.playcaller.forecast.engine.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Log-odds that add up: an intercept, which is those of a unit whose columns, bends and pairs are at their means, a coefficient per column, and what
 * straight lines of the columns cannot say.
 *
 * @param terms those of one feature, its value and its absence, count together
 * @param bends may be absent where a score was stored: then it has none
 * @param pairs may be absent where a score was stored: then it has none
 */
public record LinearScore(double intercept, List<Term> terms, List<Bend> bends, List<Pair> pairs) {

    /** @param coefficient log-odds per deviation */
    public record Term(Column column, double coefficient) {}

    public LinearScore {
        terms = List.copyOf(terms);
        bends = bends == null ? List.of() : List.copyOf(bends);
        pairs = pairs == null ? List.of() : List.copyOf(pairs);
    }

    /** Of straight lines alone. */
    public LinearScore(double intercept, List<Term> terms) {
        this(intercept, terms, List.of(), List.of());
    }

    /**
     * What each feature adds, in the order of the terms: its columns, its bends, and half of each pair that it is in. A feature that
     * {@code values} does not know is NaN.
     */
    public Map<String, Double> contributions(ToDoubleFunction<String> values) {
        Map<String, Double> contributions = new LinkedHashMap<>();
        for (Term term : terms) {
            String feature = term.column().feature();
            contributions.merge(
                    feature, term.coefficient() * term.column().of(values.applyAsDouble(feature)), Double::sum);
        }
        curves().forEach(curve -> {
            double part = curve.of(values) / curve.features().size();
            curve.features().forEach(feature -> contributions.merge(feature, part, Double::sum));
        });
        return contributions;
    }

    /** The log-odds of {@code values}. */
    public double logOdds(ToDoubleFunction<String> values) {
        double sum = intercept;
        for (Term term : terms) {
            sum += term.coefficient()
                    * term.column().of(values.applyAsDouble(term.column().feature()));
        }
        for (Bend bend : bends) {
            sum += bend.of(values);
        }
        for (Pair pair : pairs) {
            sum += pair.of(values);
        }
        return sum;
    }

    private Stream<Curve> curves() {
        return Stream.concat(bends.stream(), pairs.stream());
    }
}
