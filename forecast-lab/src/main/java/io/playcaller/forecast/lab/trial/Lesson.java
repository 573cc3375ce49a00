package io.playcaller.forecast.lab.trial;

import io.playcaller.forecast.engine.contract.ContractModel;
import io.playcaller.forecast.engine.contract.Feature;
import io.playcaller.forecast.engine.contract.Probabilities;
import io.playcaller.forecast.lab.closed.Ending;
import io.playcaller.forecast.lab.closed.Example;
import java.util.List;

/**
 * An example as numbers, with what the model in force said of it.
 *
 * @param values of {@link Feature#ALL}, in that order
 * @param inForce what the model in force said
 */
public record Lesson(Ending ending, int horizonDays, long arr, boolean remembered, List<Double> values, Said inForce) {

    static final List<String> FEATURES = Feature.ALL.stream().map(Feature::key).toList();

    /**
     * What a model says: how likely it renews; then, given that, how likely with less and with more.
     *
     * @param renews above 0, below 1
     */
    public record Said(double renews, double less, double more) {

        static Said of(Probabilities probabilities) {
            return new Said(
                    share(probabilities.renews()), share(probabilities.contracts()), share(probabilities.expands()));
        }

        private static double share(int millionths) {
            return millionths / 1e6;
        }
    }

    /** Of {@code example}, under {@code inForce}. */
    public static Lesson of(Example example, ContractModel inForce) {
        return new Lesson(
                example.ending(),
                example.horizonDays(),
                example.situation().terms().arr().minor(),
                example.remembered(),
                Feature.ALL.stream()
                        .map(feature -> feature.value().applyAsDouble(example.situation()))
                        .toList(),
                Said.of(inForce.of(example.situation())));
    }

    /** Its value of a feature; NaN where it is not known. */
    double value(String feature) {
        int place = FEATURES.indexOf(feature);
        return place < 0 ? Double.NaN : values.get(place);
    }

    double[] row() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
