package io.playcaller.contracts.fact;

import org.jspecify.annotations.Nullable;

/**
 * A fact of the account is taken back: it is as if it had never been. Read before its fact or after it, once or often, it says
 * the same; a fact that was taken back stays so. Usage is no fact that can be named: see {@link UsageWithdrawn}.
 *
 * @param factSource {@code ce_source} of the fact
 * @param factId {@code ce_id} of the fact
 * @param factType {@code ce_type} of the fact
 * @param reason null when nobody said
 * @param staffId our person who took it back; null when its source did
 */
public record FactRetracted(
        String accountId,
        String factSource,
        String factId,
        String factType,
        @Nullable CorrectionReason reason,
        @Nullable String staffId) {}
