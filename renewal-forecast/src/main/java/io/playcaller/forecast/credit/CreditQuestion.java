package io.playcaller.forecast.credit;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null for all.
 *
 * @param afterNo only later ones
 */
public record CreditQuestion(
        @Nullable String staffId, @Nullable String contractId, long afterNo, int limit) {}
