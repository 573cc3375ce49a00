package io.playcaller.forecast.engine.ledger;

import java.time.LocalDate;

/** Adds up a bridge, unit by unit. */
final class BridgeSums {

    private long start;
    private long contraction;
    private long churn;
    private long expansion;
    private long newBusiness;
    private long reactivated;
    private int logosAtStart;
    private int logosLost;

    void account(long startOfAccount, long endOfAccount) {
        if (startOfAccount > 0) {
            logosAtStart++;
            logosLost += endOfAccount == 0 ? 1 : 0;
        }
    }

    void unit(long from, long to, boolean customerAtStart, boolean customerBefore) {
        start = Math.addExact(start, from);
        long won = Math.max(0, Math.subtractExact(to, from));
        long lost = Math.max(0, Math.subtractExact(from, to));
        if (customerAtStart) {
            expansion = Math.addExact(expansion, won);
        } else if (customerBefore) {
            reactivated = Math.addExact(reactivated, won);
        } else {
            newBusiness = Math.addExact(newBusiness, won);
        }
        if (to == 0) {
            churn = Math.addExact(churn, lost);
        } else {
            contraction = Math.addExact(contraction, lost);
        }
    }

    RetentionBridge bridge(LocalDate from, LocalDate until, String currency, RetentionDefinition definition) {
        return new RetentionBridge(
                from,
                until,
                currency,
                definition,
                start,
                churn,
                contraction,
                expansion,
                newBusiness,
                reactivated,
                logosAtStart,
                logosLost);
    }
}
