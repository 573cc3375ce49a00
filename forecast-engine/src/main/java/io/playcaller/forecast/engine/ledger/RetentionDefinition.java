package io.playcaller.forecast.engine.ledger;

/**
 * What GRR and NRR mean here. Stated beside every figure, because the same contracts give other figures under another
 * definition.
 *
 * @param grain what is compared between start and end
 * @param reactivationGapDays a unit that is back within so many days never left: only the difference of amounts remains
 * @param upliftCounts whether a higher price is part of NRR; it is a line of its own in either case
 */
public record RetentionDefinition(
        Grain grain, CurrencyRule currencyRule, int reactivationGapDays, boolean upliftCounts) {

    public RetentionDefinition {
        if (reactivationGapDays < 0) {
            throw new IllegalArgumentException("reactivationGapDays is negative: " + reactivationGapDays);
        }
    }

    /** One by which a higher price is part of NRR. */
    public RetentionDefinition(Grain grain, CurrencyRule currencyRule, int reactivationGapDays) {
        this(grain, currencyRule, reactivationGapDays, true);
    }

    /** Contract line, each currency by itself, 30 days, uplift counts. */
    public static RetentionDefinition defaults() {
        return new RetentionDefinition(Grain.LINE, CurrencyRule.EACH_BY_ITSELF, 30);
    }

    /** The same definition at another grain. */
    public RetentionDefinition at(Grain other) {
        return new RetentionDefinition(other, currencyRule, reactivationGapDays, upliftCounts);
    }

    /** The same definition under another currency rule. */
    public RetentionDefinition in(CurrencyRule other) {
        return new RetentionDefinition(grain, other, reactivationGapDays, upliftCounts);
    }
}
