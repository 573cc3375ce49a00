package io.playcaller.forecast.engine.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Log-odds that add up: an intercept, which is those of a unit that is average in everything, and a coefficient per column.
 *
 * @param terms those of one feature, its value and its absence, count together
 */
public record LinearScore(double intercept, List<Term> terms) {

    /** @param coefficient log-odds per deviation */
    public record Term(Column column, double coefficient) {}

    public LinearScore {
        terms = List.copyOf(terms);
    }

    /** What each feature adds, in the order of the terms. A feature that {@code values} does not know is NaN. */
    public Map<String, Double> contributions(ToDoubleFunction<String> values) {
        Map<String, Double> contributions = new LinkedHashMap<>();
        for (Term term : terms) {
            String feature = term.column().feature();
            contributions.merge(
                    feature, term.coefficient() * term.column().of(values.applyAsDouble(feature)), Double::sum);
        }
        return contributions;
    }

    /** The log-odds of {@code values}. */
    public double logOdds(ToDoubleFunction<String> values) {
        double sum = intercept;
        for (Term term : terms) {
            sum += term.coefficient()
                    * term.column().of(values.applyAsDouble(term.column().feature()));
        }
        return sum;
    }
}
