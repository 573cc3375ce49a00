package io.playcaller.forecast.engine.ledger;

import java.util.List;
import java.util.Optional;

/** Each currency by itself. */
record PlainValuation(Period period) implements Valuation {

    @Override
    public String currency(String currency) {
        return currency;
    }

    @Override
    public Optional<UnitMove> move(String currency, Timeline timeline) {
        return Optional.of(
                new UnitMove(timeline.at(period.from()), timeline.at(period.until()), timeline.price(period), 0));
    }

    @Override
    public List<MissingRate> missing() {
        return List.of();
    }
}
