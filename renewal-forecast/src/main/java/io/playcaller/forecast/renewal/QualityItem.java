package io.playcaller.forecast.renewal;

import io.playcaller.contracts.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a contract, and what was done about it.
 *
 * @param contractId the contract; of a currency without a rate {@code rate/} and the currency
 * @param treatment refused: in no figure; repaired: counts after a stated rule; counted: counts as it stands
 * @param atStake null where what came could not be read at all
 */
public record QualityItem(
        String contractId,
        @Nullable String accountId,
        String code,
        String treatment,
        String detail,
        @Nullable Money atStake,
        Instant since) {}
