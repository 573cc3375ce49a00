package io.playcaller.router.digital;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message of a step to one person, while it is on its way.
 *
 * @param messageId follows from run, step and person: a step writes to a person once
 * @param date what the steps of its play count back from; null where none does
 * @param until when it is given up, by the business clock
 * @param attempts made so far
 */
public record Outgoing(
        UUID messageId,
        UUID playRunId,
        String play,
        String step,
        String accountId,
        String personId,
        DigitalMessage message,
        @Nullable LocalDate date,
        Instant until,
        int attempts) {

    /** The same, of which one more attempt is made. */
    public Outgoing attempted() {
        return new Outgoing(messageId, playRunId, play, step, accountId, personId, message, date, until, attempts + 1);
    }
}
