package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.currency.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All in the reporting currency, at the rates of the first day of the period; the rates of the day after it make the line of the
 * rates. Each balance is rounded by itself, so that units sum to the whole to the cent.
 */
final class ConstantValuation implements Valuation {

    /** A currency and the day on which it has no rate. */
    private record Gap(String currency, LocalDate day) implements Comparable<Gap> {
        @Override
        public int compareTo(Gap other) {
            int byCurrency = currency.compareTo(other.currency);
            return byCurrency != 0 ? byCurrency : day.compareTo(other.day);
        }
    }

    private final Period period;
    private final Rates rates;
    private final Map<Gap, UnitMove> gaps = new TreeMap<>();

    ConstantValuation(Period period, Rates rates) {
        this.period = period;
        this.rates = rates;
    }

    @Override
    public String currency(String currency) {
        return rates.reporting();
    }

    @Override
    public Optional<UnitMove> move(String currency, Timeline timeline) {
        long from = timeline.at(period.from());
        long to = timeline.at(period.until());
        if (from == 0 && to == 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> first = rates.on(currency, period.from());
        Optional<BigDecimal> last = rates.on(currency, period.until());
        if (first.isEmpty() || last.isEmpty()) {
            LocalDate day = first.isEmpty() ? period.from() : period.until();
            gaps.merge(new Gap(currency, day), new UnitMove(from, to, 0, 0), UnitMove::plus);
            return Optional.empty();
        }
        long end = rates.convert(to, currency, first.get());
        return Optional.of(new UnitMove(
                rates.convert(from, currency, first.get()),
                end,
                rates.convert(timeline.price(period), currency, first.get()),
                Math.subtractExact(rates.convert(to, currency, last.get()), end)));
    }

    @Override
    public List<MissingRate> missing() {
        List<MissingRate> missing = new ArrayList<>();
        gaps.forEach((gap, move) -> missing.add(new MissingRate(
                gap.currency(), gap.day(), new Money(Math.max(move.from(), move.to()), gap.currency()))));
        return missing;
    }
}
