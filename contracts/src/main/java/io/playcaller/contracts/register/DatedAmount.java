package io.playcaller.contracts.register;

import io.playcaller.contracts.Money;
import java.time.LocalDate;

/**
 * An amount and the day that it belongs to.
 *
 * @param on of a ramp the first day on which the ARR is {@code amount}; of usage the first day of the month that was used
 */
public record DatedAmount(LocalDate on, Money amount) {}
