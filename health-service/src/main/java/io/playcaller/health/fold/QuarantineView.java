package io.playcaller.health.fold;

import java.time.Instant;
import java.util.UUID;

/**
 * An account whose fold failed; its later facts wait.
 *
 * @param offset of the fact at which it failed
 * @param since when that fact was received
 * @param letterId the dead letter that holds it
 * @param parkedFacts how many wait, the failed one included
 */
public record QuarantineView(
        String accountId,
        int partition,
        long offset,
        String eventType,
        String eventSource,
        String eventId,
        String reason,
        Instant since,
        UUID letterId,
        long parkedFacts) {}
