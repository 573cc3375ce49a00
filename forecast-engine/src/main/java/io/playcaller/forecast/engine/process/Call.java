package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.forecast.Category;
import org.jspecify.annotations.Nullable;

/**
 * A renewal as somebody calls it.
 *
 * @param renews millionths; null where a person named no probability
 * @param amountMinor what they expect to keep; null where nobody named an amount
 */
public record Call(
        CallBy by,
        Category category,
        @Nullable Integer renews,
        @Nullable Long amountMinor) {}
