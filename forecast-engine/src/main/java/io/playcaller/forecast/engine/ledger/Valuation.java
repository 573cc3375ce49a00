package io.playcaller.forecast.engine.ledger;

import java.util.List;
import java.util.Optional;

/** What a unit's balances in one currency are in the currency of the figure. */
interface Valuation {

    /** The currency of the figure that an amount of {@code currency} is in. */
    String currency(String currency);

    /** What the period did to a unit; empty when it cannot be told, which {@link #missing} then says. */
    Optional<UnitMove> move(String currency, Timeline timeline);

    /** What could not be told so far. */
    List<MissingRate> missing();
}
