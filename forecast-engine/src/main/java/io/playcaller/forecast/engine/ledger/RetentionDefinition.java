package io.playcaller.forecast.engine.ledger;

/**
 * What GRR and NRR mean here. Stated beside every figure, because the same contracts give other figures under another
 * definition.
 *
 * @param grain what is compared between start and end
 * @param reactivationGapDays a unit that is back within so many days never left: only the difference of amounts remains
 */
public record RetentionDefinition(Grain grain, CurrencyRule currencyRule, int reactivationGapDays) {

    public RetentionDefinition {
        if (reactivationGapDays < 0) {
            throw new IllegalArgumentException("reactivationGapDays is negative: " + reactivationGapDays);
        }
    }

    /** Contract line, each currency by itself, 30 days. */
    public static RetentionDefinition defaults() {
        return new RetentionDefinition(Grain.LINE, CurrencyRule.EACH_BY_ITSELF, 30);
    }

    /** The same definition at another grain. */
    public RetentionDefinition at(Grain other) {
        return new RetentionDefinition(other, currencyRule, reactivationGapDays);
    }
}
