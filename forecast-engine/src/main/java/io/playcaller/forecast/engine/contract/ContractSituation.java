package io.playcaller.forecast.engine.contract;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a forecast of one contract is made from. Equal situations have equal forecasts.
 *
 * @param health null while the account has no score
 * @param signals open on the account
 */
public record ContractSituation(
        LocalDate today,
        Terms terms,
        AccountHistory history,
        PaymentHistory payments,
        @Nullable HealthView health,
        List<OpenSignal> signals,
        RenewalStage stage) {

    /** The stage as recorded, or further where the terms alone decide. */
    public RenewalStage effectiveStage() {
        return terms.bound(today) && stage.compareTo(RenewalStage.VERBAL) < 0 ? RenewalStage.VERBAL : stage;
    }
}
