package io.playcaller.forecast.engine.memory;

import io.playcaller.contracts.Money;
import java.time.LocalDate;

/**
 * A renewal that was ahead of a contract.
 *
 * @param renewalOn first day that was not paid for
 * @param arr what was up for renewal
 */
public record Due(String contractId, LocalDate renewalOn, Money arr) {}
