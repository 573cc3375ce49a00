package io.playcaller.forecast.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.ledger.MissingRate;
import io.playcaller.forecast.engine.ledger.RetentionBridge;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a period kept, per currency, with what the figures mean. Amounts are minor units.
 *
 * @param until first day after the period
 * @param reportingCurrency of figures in constant currency; null where each currency stands by itself
 * @param upliftCounts whether NRR has the higher prices in it
 * @param by what {@code slices} are; null without any
 * @param contracts how many there are, over all time, behind the figures
 * @param slices their amounts sum to the bridges
 * @param missingRates amounts that are in no figure, because no rate holds
 * @param oneTime what is paid once in the period, and is in no figure
 * @param closedAt when these figures were fixed; null where they are computed from what is known now
 */
public record Retention(
        LocalDate from,
        LocalDate until,
        String grain,
        String currencyRule,
        @Nullable String reportingCurrency,
        int reactivationGapDays,
        boolean upliftCounts,
        @Nullable String by,
        Meaning meaning,
        int contracts,
        List<Bridge> bridges,
        List<Slice> slices,
        List<MissingRate> missingRates,
        List<Money> oneTime,
        @Nullable Instant closedAt) {

    /** What the figures mean, in words. */
    public record Meaning(String grr, String nrr, String unit, String currency, String slice) {}

    /**
     * The bridge of one currency: start - churn - contraction + expansion + uplift + newBusiness + reactivated + fx = end.
     *
     * @param finalChurn the part of churn that is of customers who left as a whole
     * @param grr null where there was nothing to retain
     */
    public record Bridge(
            String currency,
            long start,
            long churn,
            long finalChurn,
            long contraction,
            long expansion,
            long uplift,
            long newBusiness,
            long reactivated,
            long fx,
            long end,
            @Nullable BigDecimal grr,
            @Nullable BigDecimal nrr,
            @Nullable BigDecimal logoRetention,
            int logosAtStart,
            int logosLost) {

        /** The bridge as people read it. */
        public static Bridge of(RetentionBridge bridge) {
            return new Bridge(
                    bridge.currency(),
                    bridge.start(),
                    bridge.churn(),
                    bridge.finalChurn(),
                    bridge.contraction(),
                    bridge.expansion(),
                    bridge.uplift(),
                    bridge.newBusiness(),
                    bridge.reactivated(),
                    bridge.fx(),
                    bridge.end(),
                    bridge.grr().orElse(null),
                    bridge.nrr().orElse(null),
                    bridge.logoRetention().orElse(null),
                    bridge.logosAtStart(),
                    bridge.logosLost());
        }

        /** Whether another one has the same amounts and counts; shares follow from them. */
        boolean saysTheSame(Bridge other) {
            return currency.equals(other.currency)
                    && start == other.start
                    && churn == other.churn
                    && finalChurn == other.finalChurn
                    && contraction == other.contraction
                    && expansion == other.expansion
                    && uplift == other.uplift
                    && newBusiness == other.newBusiness
                    && reactivated == other.reactivated
                    && fx == other.fx
                    && logosAtStart == other.logosAtStart
                    && logosLost == other.logosLost;
        }
    }

    /** One slice of the whole; {@code none} is what has no such attribute. */
    public record Slice(String key, Bridge bridge) {}

    /** The same figures, fixed. */
    public Retention closed(Instant at) {
        return new Retention(
                from,
                until,
                grain,
                currencyRule,
                reportingCurrency,
                reactivationGapDays,
                upliftCounts,
                by,
                meaning,
                contracts,
                bridges,
                slices,
                missingRates,
                oneTime,
                at);
    }

    /** Whether another answer to the same question has the same bridges. */
    public boolean saysTheSame(Retention other) {
        if (bridges.size() != other.bridges.size()) {
            return false;
        }
        for (int i = 0; i < bridges.size(); i++) {
            if (!bridges.get(i).saysTheSame(other.bridges.get(i))) {
                return false;
            }
        }
        return true;
    }
}
