package io.playcaller.ingest.door.webhook.proof;

import io.playcaller.ingest.refusal.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far the time that was signed may be from now, on either side. Who keeps a request and sends it again later is told by
 * it.
 */
record ReplayWindow(Duration width) {

    /** ISO 8601 with a zone. */
    static Instant iso(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    /** Seconds since 1970. */
    static Instant seconds(String time) {
        return Instant.ofEpochSecond(Long.parseLong(time));
    }

    /** @param reading how the sender writes its time */
    Optional<Refusal> fault(String header, String time, Function<String, Instant> reading, Instant now) {
        try {
            return Duration.between(reading.apply(time), now).abs().compareTo(width) <= 0
                    ? Optional.empty()
                    : outdated(header, "a time at most " + width + " from now, " + now, time);
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return outdated(header, "a time", time);
        }
    }

    private static Optional<Refusal> outdated(String header, String expected, String time) {
        return Optional.of(Refusal.field(Proof.OUTDATED, header, expected, time));
    }
}
