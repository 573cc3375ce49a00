package io.playcaller.forecast.kpi;

import io.playcaller.forecast.ledger.CustomerRetention;
import io.playcaller.forecast.ledger.Retention;
import java.util.List;
import java.util.Optional;

/**
 * What a quarter kept.
 *
 * @param said what the ledger says of it, with what that means
 * @param figures by currency
 */
public record QuarterRetention(Retention said, List<RetentionFigure> figures) {

    /** The figures of what is said. Of many customers it takes a while. */
    public static QuarterRetention of(CustomerRetention retention) {
        return new QuarterRetention(retention.said(), RetentionFigure.of(retention));
    }

    Optional<RetentionFigure> figure(String currency) {
        return figures.stream()
                .filter(figure -> figure.currency().equals(currency))
                .findFirst();
    }

    /** Whether figures of both mean the same. */
    boolean meansTheSame(QuarterRetention other) {
        return said.upliftCounts() == other.said.upliftCounts()
                && said.reactivationGapDays() == other.said.reactivationGapDays();
    }
}
