package io.playcaller.ingest.held;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long events wait for their account, and how many may.
 *
 * @param heldFor from their receipt
 * @param perSource at most so many of one source
 * @param inAll at most so many of all sources together
 */
public record HoldingPolicy(Duration heldFor, int perSource, int inAll) {

    /** @throws IllegalArgumentException when an event would wait longer than claims answer its retries */
    public void requireWithin(Duration claimsKept) {
        if (heldFor.compareTo(claimsKept) > 0) {
            throw new IllegalArgumentException(("playcaller.ingest.holding.held-for must be at most"
                            + " playcaller.ingest.dedup.window (%s), is %s: for as long as an event waits, its retries are"
                            + " told by their claims")
                    .formatted(claimsKept, heldFor));
        }
    }

    /** When an event that came then has waited long enough. */
    public Instant until(Instant receivedAt) {
        return receivedAt.plus(heldFor);
    }

    /**
     * Why one more event may not wait; empty when it may.
     *
     * @param ofSource how many of its source wait
     * @param all how many wait
     */
    public Optional<String> noRoom(String source, long ofSource, long all) {
        if (ofSource >= perSource) {
            return Optional.of("at most %d events of %s may wait for that".formatted(perSource, source));
        }
        return all >= inAll ? Optional.of("at most %d events may wait for that".formatted(inAll)) : Optional.empty();
    }
}
