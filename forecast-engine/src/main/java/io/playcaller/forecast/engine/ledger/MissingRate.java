package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import java.time.LocalDate;

/**
 * Amounts that are in no figure, because no rate of their currency holds on a day.
 *
 * @param atStake the larger of what there is at the start and at the end of the period, in their own currency
 */
public record MissingRate(String currency, LocalDate day, Money atStake) {}
