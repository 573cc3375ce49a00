package io.playcaller.forecast.lab.truth;

import io.playcaller.forecast.engine.portfolio.RetentionForecast;
import io.playcaller.forecast.lab.truth.TruthFigures.Coverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts intervals that held, under each name that an interval has. */
final class CoverageTally {

    private final Map<String, Coverage> tallies = new LinkedHashMap<>();

    void add(List<String> names, RetentionForecast forecast, long retained) {
        boolean held = forecast.retained().low() <= retained
                && retained <= forecast.retained().high();
        double width =
                (double) (forecast.retained().high() - forecast.retained().low()) / forecast.arr();
        names.forEach(name -> tallies.merge(name, new Coverage(name, 1, held ? 1 : 0, width), CoverageTally::sum));
    }

    List<Coverage> all() {
        return tallies.values().stream()
                .sorted((one, other) -> one.of().compareTo(other.of()))
                .map(sum -> new Coverage(sum.of(), sum.intervals(), sum.held(), sum.width() / sum.intervals()))
                .toList();
    }

    private static Coverage sum(Coverage one, Coverage other) {
        return new Coverage(
                one.of(), one.intervals() + other.intervals(), one.held() + other.held(), one.width() + other.width());
    }
}
