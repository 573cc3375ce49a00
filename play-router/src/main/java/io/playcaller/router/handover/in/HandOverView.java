package io.playcaller.router.handover.in;

import io.playcaller.router.handover.AccountHandOver;
import io.playcaller.router.handover.AccountHandOver.Rejection;
import io.playcaller.router.handover.HandOverNotes;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over as HTTP says it.
 *
 * @param rejection of one that was withdrawn after it, for which {@code because} is why it was withdrawn; null otherwise
 * @param state proposed, accepted, effective, rejected or withdrawn
 */
public record HandOverView(
        UUID handOverId,
        String accountId,
        String role,
        @Nullable String former,
        String recipient,
        HandOverNotes notes,
        Instant takesEffectAt,
        String proposedBy,
        Instant proposedAt,
        Instant answerBy,
        String state,
        @Nullable String lead,
        @Nullable Instant escalatedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String because,
        @Nullable Rejection rejection) {

    static HandOverView of(AccountHandOver handOver) {
        return new HandOverView(
                handOver.handOverId(),
                handOver.accountId(),
                handOver.role(),
                handOver.former(),
                handOver.recipient(),
                handOver.notes(),
                handOver.takesEffectAt(),
                handOver.proposedBy(),
                handOver.proposedAt(),
                handOver.answerBy(),
                handOver.state().name().toLowerCase(Locale.ROOT),
                handOver.lead(),
                handOver.escalatedAt(),
                handOver.answeredBy(),
                handOver.answeredAt(),
                handOver.because(),
                handOver.rejection());
    }
}
