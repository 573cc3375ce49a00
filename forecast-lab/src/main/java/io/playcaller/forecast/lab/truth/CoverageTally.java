package io.playcaller.forecast.lab.truth;

import io.playcaller.forecast.engine.portfolio.AmountDistribution;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.lab.truth.TruthFigures.Coverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts intervals that held, under each name that an interval has. */
final class CoverageTally {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final Map<String, Coverage> tallies = new LinkedHashMap<>();

    /** @param retained what {@code contracts} kept, of which {@code forecast} was said */
    void add(List<String> names, List<ContractOutlook> contracts, AmountDistribution forecast, long retained) {
        long low = forecast.quantile(LOW);
        long high = forecast.quantile(HIGH);
        long due = contracts.stream().mapToLong(ContractOutlook::arr).sum();
        int held = low <= retained && retained <= high ? 1 : 0;
        names.forEach(name -> add(new Coverage(name, 1, held, (double) (high - low) / due)));
    }

    /** @param more whose width is a sum */
    void add(Coverage more) {
        tallies.merge(more.of(), more, CoverageTally::sum);
    }

    /** With the sums of widths. */
    List<Coverage> sums() {
        return List.copyOf(tallies.values());
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
