package io.playcaller.forecast.writeback;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.reason.RiskCode;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.process.CallBy;
import io.playcaller.forecast.memory.Judgement;
import io.playcaller.forecast.process.RenewalLine.CallLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a CRM may write into its renewal, as a whole. The same fact may come twice; a higher {@code rev} is newer.
 *
 * @param forecastAmount what the final call says will be kept; {@code modelAmount} where that is the model's
 * @param forecastSource whose the final call is: manager, csm or model
 * @param modelAmount expected to be kept without growth
 * @param category of the final call, as the working list has it
 * @param probability of renewal by the model, a fraction of one
 * @param riskCodes what weighs most first
 */
public record CrmFact(
        String contractId,
        String accountId,
        long rev,
        Instant asOf,
        LocalDate renewalOn,
        Money forecastAmount,
        String forecastSource,
        Money modelAmount,
        Category category,
        BigDecimal probability,
        List<RiskCode> riskCodes,
        String modelVersion) {

    private static final int DIGITS = 6;
    private static final String MODEL = CallBy.MODEL.key();

    /**
     * The fact of a forecast.
     *
     * @param call the final one; null while the renewal was not looked at
     */
    public static CrmFact of(long rev, RenewalForecast forecast, @Nullable CallLine call) {
        Money model = new Money(
                ContractOutlook.of(forecast).expectedRetained(), forecast.arr().currency());
        Optional<CallLine> judged =
                Optional.ofNullable(call).filter(said -> !said.by().equals(MODEL));
        return new CrmFact(
                forecast.contractId(),
                forecast.accountId(),
                rev,
                forecast.asOf(),
                forecast.renewalOn(),
                judged.map(said -> kept(said, forecast.arr())).orElse(model),
                judged.map(CallLine::by).orElse(MODEL),
                model,
                judged.map(CallLine::category).orElse(forecast.category()),
                BigDecimal.valueOf(forecast.renews(), DIGITS),
                forecast.riskCodes(),
                forecast.modelVersion());
    }

    private static Money kept(CallLine call, Money arr) {
        return new Money(
                Judgement.kept(arr.minor(), call.amountMinor(), call.renews(), call.category()), arr.currency());
    }
}
