package io.playcaller.contracts.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a milestone: something that is expected to happen, and whether it did.
 *
 * @param milestone its key, such as {@code kickoff} or {@code first-value}
 * @param dueAt null when it has no date
 * @param reachedAt null while it is not reached
 */
public record MilestoneChanged(
        String accountId,
        String milestone,
        @Nullable Instant dueAt,
        @Nullable Instant reachedAt,
        @Nullable String productId) {}
