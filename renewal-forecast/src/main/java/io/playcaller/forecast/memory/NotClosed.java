package io.playcaller.forecast.memory;

import org.jspecify.annotations.Nullable;

/**
 * Renewals of a period whose outcome is not closed, in one currency.
 *
 * @param decided whether it is known by now what became of them; it may change until they are closed
 * @param due ARR that was up for renewal, minor units
 * @param kept what was kept by what is known now, without growth; null where nothing is decided
 */
public record NotClosed(
        String currency,
        boolean decided,
        int n,
        long due,
        @Nullable Long kept) {}
