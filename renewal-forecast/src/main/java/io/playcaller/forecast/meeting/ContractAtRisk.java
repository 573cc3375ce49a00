package io.playcaller.forecast.meeting;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.process.CallBy;
import io.playcaller.forecast.memory.Judgement;
import io.playcaller.forecast.process.RenewalLine.CallLine;
import org.jspecify.annotations.Nullable;

/**
 * An open contract by its final call.
 *
 * @param kept what the call says will be kept without growth, minor units of the currency of {@code arr}
 * @param by whose call it is: manager, csm or model
 * @param renews millionths; null where a person named none
 */
public record ContractAtRisk(
        String contractId,
        String accountId,
        Money arr,
        long kept,
        Category category,
        String by,
        @Nullable Integer renews) {

    /**
     * How a contract stands.
     *
     * @param call the final one; null while the renewal was not looked at
     */
    public static ContractAtRisk of(RenewalForecast forecast, @Nullable CallLine call) {
        String model = CallBy.MODEL.key();
        if (call == null || call.by().equals(model)) {
            long expected = ContractOutlook.of(forecast).expectedRetained();
            return of(forecast, new CallLine(model, forecast.category(), forecast.renews(), null), expected);
        }
        return of(
                forecast,
                call,
                Judgement.kept(forecast.arr().minor(), call.amountMinor(), call.renews(), call.category()));
    }

    private static ContractAtRisk of(RenewalForecast forecast, CallLine call, long kept) {
        return new ContractAtRisk(
                forecast.contractId(),
                forecast.accountId(),
                forecast.arr(),
                kept,
                call.category(),
                call.by(),
                call.renews());
    }

    /** ARR that is not expected to be kept, minor units. */
    public long lost() {
        return arr.minor() - kept;
    }
}
