package io.playcaller.ingest.event;

import io.playcaller.contracts.FactOrigin;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a fact may open work, judged once, here (ADR 0003).
 *
 * @param length a fact older than this at receipt is history
 */
public record LiveWindow(Duration length) {

    /** @param backfill whether it came in an open import, whatever its time */
    public FactOrigin judge(Instant happenedAt, Instant receivedAt, boolean backfill) {
        return backfill || happenedAt.isBefore(receivedAt.minus(length)) ? FactOrigin.BASELINE : FactOrigin.LIVE;
    }
}
