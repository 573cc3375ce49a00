package io.playcaller.forecast.renewal;

import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.contract.ContractSituation;
import java.time.Instant;

/**
 * The forecast of a contract as it stands in the store.
 *
 * @param rev rises with each change
 * @param open false once the contract is no longer forecast
 */
public record StoredForecast(long rev, boolean open, RenewalForecast forecast) {

    /** Whether {@code next} says anything else, apart from when it was made. */
    public boolean saysTheSameAs(RenewalForecast next) {
        return open && at(forecast, Instant.EPOCH).equals(at(next, Instant.EPOCH));
    }

    /**
     * A forecast that takes the place of another.
     *
     * @param situation what it was made from
     */
    public record Next(long rev, RenewalForecast forecast, ContractSituation situation) {}

    private static RenewalForecast at(RenewalForecast told, Instant asOf) {
        return new RenewalForecast(
                told.contractId(),
                told.accountId(),
                asOf,
                told.renewalOn(),
                told.noticeBy(),
                told.arr(),
                told.renews(),
                told.contracts(),
                told.expands(),
                told.category(),
                told.riskCodes(),
                told.drivers(),
                told.retained(),
                told.modelVersion(),
                told.shares());
    }
}
