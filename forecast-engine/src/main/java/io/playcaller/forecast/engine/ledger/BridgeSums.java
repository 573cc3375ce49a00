package io.playcaller.forecast.engine.ledger;

/** Adds up a bridge, unit by unit. */
final class BridgeSums {

    private long start;
    private long churn;
    private long finalChurn;
    private long contraction;
    private long expansion;
    private long uplift;
    private long newBusiness;
    private long reactivated;
    private long fx;
    private int logosAtStart;
    private int logosLost;

    void logo(Customer customer) {
        if (customer.atStart()) {
            logosAtStart++;
            logosLost += customer.atEnd() ? 0 : 1;
        }
    }

    void unit(UnitMove move, Customer owner, boolean ownerBefore) {
        start = Math.addExact(start, move.from());
        fx = Math.addExact(fx, move.fx());
        won(Math.max(0, Math.subtractExact(move.to(), move.from())), move.price(), owner.atStart(), ownerBefore);
        lost(Math.max(0, Math.subtractExact(move.from(), move.to())), move.to() == 0, !owner.atEnd());
    }

    private void won(long won, long price, boolean customerAtStart, boolean customerBefore) {
        if (customerAtStart) {
            long byPrice = Math.min(won, Math.max(0, price));
            uplift = Math.addExact(uplift, byPrice);
            expansion = Math.addExact(expansion, won - byPrice);
        } else if (customerBefore) {
            reactivated = Math.addExact(reactivated, won);
        } else {
            newBusiness = Math.addExact(newBusiness, won);
        }
    }

    private void lost(long lost, boolean unitGone, boolean ownerGone) {
        if (unitGone) {
            churn = Math.addExact(churn, lost);
            finalChurn = Math.addExact(finalChurn, ownerGone ? lost : 0);
        } else {
            contraction = Math.addExact(contraction, lost);
        }
    }

    RetentionBridge bridge(Period period, String currency, RetentionDefinition definition) {
        return new RetentionBridge(
                period.from(),
                period.until(),
                currency,
                definition,
                start,
                churn,
                finalChurn,
                contraction,
                expansion,
                uplift,
                newBusiness,
                reactivated,
                fx,
                logosAtStart,
                logosLost);
    }
}
