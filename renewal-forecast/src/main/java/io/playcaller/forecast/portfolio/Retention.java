package io.playcaller.forecast.portfolio;

import io.playcaller.forecast.engine.ledger.RetentionBridge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a period kept, per currency, with what the figures mean. Amounts are minor units.
 *
 * @param until first day after the period
 */
public record Retention(
        LocalDate from,
        LocalDate until,
        String grain,
        String currencyRule,
        int reactivationGapDays,
        List<Bridge> bridges) {

    /**
     * The bridge of one currency: start - churn - contraction + expansion + newBusiness + reactivated = end.
     *
     * @param grr null where there was nothing to retain
     */
    public record Bridge(
            String currency,
            long start,
            long churn,
            long contraction,
            long expansion,
            long newBusiness,
            long reactivated,
            long end,
            @Nullable BigDecimal grr,
            @Nullable BigDecimal nrr,
            int logosAtStart,
            int logosLost) {

        /** The bridge as people read it. */
        public static Bridge of(RetentionBridge bridge) {
            return new Bridge(
                    bridge.currency(),
                    bridge.start(),
                    bridge.churn(),
                    bridge.contraction(),
                    bridge.expansion(),
                    bridge.newBusiness(),
                    bridge.reactivated(),
                    bridge.end(),
                    bridge.grr().orElse(null),
                    bridge.nrr().orElse(null),
                    bridge.logosAtStart(),
                    bridge.logosLost());
        }
    }
}
