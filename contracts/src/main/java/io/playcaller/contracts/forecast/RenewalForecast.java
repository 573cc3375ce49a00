package io.playcaller.contracts.forecast;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.RiskCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forecast of one contract. Probabilities are in millionths.
 *
 * @param renews probability that it renews at all
 * @param contracts probability that it renews with less, given that it renews
 * @param expands probability that it renews with more, given that it renews
 * @param shares how much less and how much more that is; null of a writer before they were told
 */
public record RenewalForecast(
        String contractId,
        String accountId,
        Instant asOf,
        LocalDate renewalOn,
        @Nullable LocalDate noticeBy,
        Money arr,
        int renews,
        int contracts,
        int expands,
        Category category,
        List<RiskCode> riskCodes,
        List<Driver> drivers,
        Interval retained,
        String modelVersion,
        @Nullable RenewedShares shares) {

    /** One that does not say how much less or more. */
    public RenewalForecast(
            String contractId,
            String accountId,
            Instant asOf,
            LocalDate renewalOn,
            @Nullable LocalDate noticeBy,
            Money arr,
            int renews,
            int contracts,
            int expands,
            Category category,
            List<RiskCode> riskCodes,
            List<Driver> drivers,
            Interval retained,
            String modelVersion) {
        this(
                contractId,
                accountId,
                asOf,
                renewalOn,
                noticeBy,
                arr,
                renews,
                contracts,
                expands,
                category,
                riskCodes,
                drivers,
                retained,
                modelVersion,
                null);
    }
}
