package io.playcaller.forecast.engine.ledger;

import java.util.Collection;
import java.util.List;

/** Whether the owner of units is a customer. Units are read as one: who leaves one for another within the gap never left. */
record Customer(boolean atStart, boolean atEnd) {

    /** @param currencies the timelines of the units in each currency */
    static Customer of(Collection<List<Timeline>> currencies, Period period, int gapDays) {
        List<Timeline> wholes = currencies.stream()
                .map(units -> Timeline.together(units, gapDays))
                .toList();
        return new Customer(
                wholes.stream().anyMatch(whole -> whole.at(period.from()) > 0),
                wholes.stream().anyMatch(whole -> whole.at(period.until()) > 0));
    }
}
