package io.playcaller.ingest.held;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long events wait for their account, and how much may. Bytes may be exceeded by the last event that is let in.
 *
 * @param heldFor from their receipt
 * @param perSource at most so much of one source
 * @param inAll at most so much of all sources together
 */
public record HoldingPolicy(Duration heldFor, Amount perSource, Amount inAll) {

    /** Of these many bytes a letter still fits into a message of Kafka, also when it must say another reason. */
    public static final int LARGEST = 850_000;

    /** How many of those that wait are in memory at once, for one purpose. */
    public static final int SET_EVENTS = 200;

    /** How many bytes of them; the last may exceed it. */
    public static final int SET_BYTES = 4 << 20;

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

    /** Why an event of so many bytes may never wait; empty when it may. */
    public Optional<String> tooLarge(int bytes) {
        return bytes > LARGEST
                ? Optional.of("at most %d bytes of one event may wait for that, it has %d".formatted(LARGEST, bytes))
                : Optional.empty();
    }

    /**
     * Why one more event may not wait; empty when it may.
     *
     * @param ofSource what of its source waits
     * @param all what waits
     */
    public Optional<String> noRoom(String source, Amount ofSource, Amount all) {
        return perSource
                .reachedBy(ofSource)
                .map(bound -> "at most %s of %s may wait for that".formatted(bound, source))
                .or(() -> inAll.reachedBy(all).map("at most %s may wait for that"::formatted));
    }
}
