package io.playcaller.contracts.fact;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an objective: what the customer wants to have reached, as a measure. Their words for it stay in the
 * person store.
 *
 * @param objectiveId of the tool in which it was agreed
 * @param measure the key of what is measured, such as {@code invoices-by-hand-a-week}; baseline, target and reached are in its
 *     unit
 * @param baseline where they began
 * @param target where they want to be
 * @param reached where they are, as last measured
 * @param dueAt null when it has no date
 * @param achievedAt null while it is not achieved
 * @param confirmedBy the customer's person who says that it is achieved; null while nobody did
 */
public record ObjectiveChanged(
        String accountId,
        String objectiveId,
        @Nullable String measure,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable BigDecimal reached,
        @Nullable Instant dueAt,
        @Nullable Instant achievedAt,
        @Nullable String confirmedBy,
        @Nullable String productId) {}
