package io.playcaller.contracts.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a milestone: something that is expected to happen, and whether it did.
 *
 * @param milestone its key, such as {@code kickoff} or {@code first-value}
 * @param dueAt null when it has no date
 * @param reachedAt null while it is not reached
 * @param value how well it is reached, or how far: percent, 0 to 100; 0 with the plan of one that will be valued; null when
 *     nobody values it, or has not yet
 */
public record MilestoneChanged(
        String accountId,
        String milestone,
        @Nullable Instant dueAt,
        @Nullable Instant reachedAt,
        @Nullable String productId,
        @Nullable Integer value) {

    /** One that nobody values. */
    public MilestoneChanged(
            String accountId,
            String milestone,
            @Nullable Instant dueAt,
            @Nullable Instant reachedAt,
            @Nullable String productId) {
        this(accountId, milestone, dueAt, reachedAt, productId, null);
    }
}
