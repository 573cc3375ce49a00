package io.playcaller.forecast.process;

import io.playcaller.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with how a renewal is worked.
 *
 * @param owner staff id; null when there is nobody
 */
public record ListedFault(
        String contractId,
        String accountId,
        String accountName,
        String code,
        String detail,
        Instant since,
        LocalDate renewalOn,
        Money arr,
        @Nullable String owner) {}
