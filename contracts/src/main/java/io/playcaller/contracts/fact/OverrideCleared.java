package io.playcaller.contracts.fact;

import org.jspecify.annotations.Nullable;

/**
 * From here on the measure, or the whole score, counts as computed again. What is set later holds.
 *
 * @param overrideId the one that was in force, as far as who cleared it knew
 * @param measure id of the measure; null for the whole score
 * @param staffId who says so
 */
public record OverrideCleared(
        String accountId, String overrideId, @Nullable String measure, String staffId) {}
