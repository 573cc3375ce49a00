package io.playcaller.forecast.renewal.in;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.Interval;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.reason.RiskCode;
import io.playcaller.forecast.renewal.ContractPage.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A forecast without its drivers. Probabilities in millionths. */
public record ContractBrief(
        String contractId,
        String accountId,
        String accountName,
        Instant asOf,
        LocalDate renewalOn,
        @Nullable LocalDate noticeBy,
        Money arr,
        int renews,
        int contracts,
        int expands,
        Category category,
        List<RiskCode> riskCodes,
        Interval retained,
        String modelVersion) {

    static ContractBrief of(Item item) {
        RenewalForecast forecast = item.forecast();
        return new ContractBrief(
                forecast.contractId(),
                forecast.accountId(),
                item.accountName(),
                forecast.asOf(),
                forecast.renewalOn(),
                forecast.noticeBy(),
                forecast.arr(),
                forecast.renews(),
                forecast.contracts(),
                forecast.expands(),
                forecast.category(),
                forecast.riskCodes(),
                forecast.retained(),
                forecast.modelVersion());
    }
}
