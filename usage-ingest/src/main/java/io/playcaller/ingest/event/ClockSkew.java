package io.playcaller.ingest.event;

import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.time.Duration;
import java.time.Instant;

/**
 * When an event happened, by our clock. As Segment does it: {@code timestamp = receivedAt − (sentAt − originalTimestamp)},
 * so that a sender whose clock is wrong by a constant is put right. Without {@code sentAt} the time is taken as it is,
 * and without any time it happened now.
 *
 * @param futureTolerance how far ahead of receipt the result may be: within it counts as now, beyond it is refused
 */
public record ClockSkew(Duration futureTolerance) {

    /** Nothing that a product reports happened before it: such a time is a wrong unit or a blank clock. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** @param field how the sender calls the time, for a refusal */
    public Step<Instant> happenedAt(SentTimes times, Instant receivedAt, String field) {
        if (times.happenedAt() == null) {
            return Step.kept(receivedAt);
        }
        Instant corrected = times.sentAt() == null
                ? times.happenedAt()
                : receivedAt.minus(Duration.between(times.happenedAt(), times.sentAt()));
        if (corrected.isBefore(EARLIEST)) {
            return Step.refused(
                    Refusal.field(Refusal.TIME_IMPLAUSIBLE, field, "a time after " + EARLIEST, corrected.toString()));
        }
        if (corrected.isAfter(receivedAt.plus(futureTolerance))) {
            return Step.refused(Refusal.field(
                    Refusal.TIME_IN_FUTURE,
                    field,
                    "a time at most " + futureTolerance + " after the receipt at " + receivedAt,
                    corrected.toString()));
        }
        return Step.kept(corrected.isAfter(receivedAt) ? receivedAt : corrected);
    }
}
