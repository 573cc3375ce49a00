package io.playcaller.ingest.held;

import java.util.Optional;

/**
 * How much waits, or may.
 *
 * @param bytes of the letters that the events would become
 */
public record Amount(long events, long bytes) {

    public static final Amount NOTHING = new Amount(0, 0);

    public Amount plus(Amount more) {
        return new Amount(events + more.events, bytes + more.bytes);
    }

    /** What of this bound is used up by so much, in words; empty while one more event may come, however large. */
    Optional<String> reachedBy(Amount present) {
        if (present.events >= events) {
            return Optional.of(events + " events");
        }
        return present.bytes >= bytes ? Optional.of(bytes + " bytes") : Optional.empty();
    }
}
