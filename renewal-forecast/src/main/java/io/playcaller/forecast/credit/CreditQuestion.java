package io.playcaller.forecast.credit;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null for all.
 *
 * @param newestFirst else in the order in which they were posted
 * @param after only those that come after the entry of this number in that order
 */
public record CreditQuestion(
        @Nullable String staffId,
        @Nullable String contractId,
        boolean newestFirst,
        @Nullable Long after,
        int limit) {}
