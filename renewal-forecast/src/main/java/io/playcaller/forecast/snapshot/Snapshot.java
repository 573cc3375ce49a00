package io.playcaller.forecast.snapshot;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What was forecast for a contract on a day. Never changed.
 *
 * @param rev revision of the forecast
 * @param renews millionths
 */
public record Snapshot(LocalDate day, Instant takenAt, long rev, Money arr, int renews, Category category) {}
