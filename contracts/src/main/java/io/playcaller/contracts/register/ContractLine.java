package io.playcaller.contracts.register;

import io.playcaller.contracts.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One product of a contract.
 *
 * @param arr annual recurring revenue; zero for what does not recur
 * @param seats paid seats; null where the product is not sold by seat
 */
public record ContractLine(
        String lineId,
        String productId,
        Money arr,
        @Nullable Integer seats,
        LocalDate startsOn,
        LocalDate endsOn) {}
