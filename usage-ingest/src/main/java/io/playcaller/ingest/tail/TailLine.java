package io.playcaller.ingest.tail;

import io.playcaller.contracts.Envelope;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of a live tail. It knows people as the log does: by their random ids only. */
public sealed interface TailLine {

    /** From here on everything is told. */
    record Listening() implements TailLine {}

    /**
     * Stands in the log.
     *
     * @param type as on the wire
     * @param fact as the log has it, JSON
     */
    record Accepted(Envelope envelope, String type, String fact) implements TailLine {}

    /**
     * Is kept as a dead letter. What came is not told, because it may name people: the letter has it.
     *
     * @param at when it came in
     * @param field the field at fault; null when none is, as is then {@code expected}
     */
    record Refused(
            Instant at,
            @Nullable String from,
            String letterId,
            String reason,
            @Nullable String field,
            @Nullable String expected)
            implements TailLine {}

    /** So many lines were left out here: who listens is slower than what comes in. */
    record Dropped(long lines) implements TailLine {}

    /** Who sent it; empty where nobody knows, or where it is no event. */
    default Optional<String> source() {
        if (this instanceof Accepted accepted) {
            return Optional.of(accepted.envelope().source());
        }
        return this instanceof Refused refused ? Optional.ofNullable(refused.from()) : Optional.empty();
    }
}
