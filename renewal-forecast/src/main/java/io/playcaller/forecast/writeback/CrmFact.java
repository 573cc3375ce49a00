package io.playcaller.forecast.writeback;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.reason.RiskCode;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.memory.Judgement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a CRM may write into its renewal, as a whole. The same fact may come twice; a higher {@code rev} is newer.
 *
 * @param forecastAmount what counts: the manager's judgement, else the CSM's, else {@code modelAmount}
 * @param forecastSource manager, csm or model
 * @param modelAmount expected to be kept without growth
 * @param category the judge's, where the one that counts said one, else the model's
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
    private static final String MODEL = "model";

    /** The fact of a forecast, with what people said that stands at {@code now}. */
    public static CrmFact of(long rev, RenewalForecast forecast, List<Judgement> judgements, Instant now) {
        long arr = forecast.arr().minor();
        String currency = forecast.arr().currency();
        Money model = new Money(ContractOutlook.of(forecast).expectedRetained(), currency);
        Optional<Judgement> last = Judgement.last(judgements, forecast.renewalOn(), now);
        return new CrmFact(
                forecast.contractId(),
                forecast.accountId(),
                rev,
                forecast.asOf(),
                forecast.renewalOn(),
                last.map(judgement -> new Money(judgement.kept(arr), currency)).orElse(model),
                last.map(Judgement::role).orElse(MODEL),
                model,
                last.map(Judgement::category).orElse(forecast.category()),
                BigDecimal.valueOf(forecast.renews(), DIGITS),
                forecast.riskCodes(),
                forecast.modelVersion());
    }
}
