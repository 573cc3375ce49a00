package io.playcaller.contracts.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a support ticket after a change. Free text stays in the support tool.
 *
 * @param theme what it is about, as the support tool classifies it
 * @param firstAnsweredAt null until somebody answered
 * @param solvedAt null while it is not solved
 */
public record TicketChanged(
        String accountId,
        String ticketId,
        TicketStatus status,
        TicketSeverity severity,
        Instant openedAt,
        @Nullable Instant firstAnsweredAt,
        @Nullable Instant solvedAt,
        @Nullable String theme,
        @Nullable String productId) {}
