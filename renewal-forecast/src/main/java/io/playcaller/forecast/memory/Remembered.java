package io.playcaller.forecast.memory;

import io.playcaller.forecast.engine.memory.Hindsight.Call;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A forecast of the past whose renewal is closed.
 *
 * @param horizon days before the renewal
 * @param segment of the account today
 * @param actual as first known when it was closed
 * @param restated as known now
 */
public record Remembered(
        String contractId,
        LocalDate renewalOn,
        int horizon,
        Instant takenAt,
        String currency,
        String segment,
        ContractOutlook outlook,
        RenewalOutcome actual,
        RenewalOutcome restated) {

    /** What the model said. */
    Call model() {
        return new Call(outlook.arr(), outlook.expectedRetained(), outlook.renews(), actual, restated);
    }

    /** What a person said. */
    Call judged(Judgement judgement) {
        return new Call(outlook.arr(), judgement.kept(outlook.arr()), judgement.renews(), actual, restated);
    }
}
