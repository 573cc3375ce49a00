package io.playcaller.ingest.letter;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a letter stands. */
public enum LetterState {
    /** Nobody replayed it, or what was needed did not answer. */
    WAITING,
    /** A replay began and has not said how it ended; after a minute another one may begin. */
    REPLAYING,
    /** Replayed, and refused once more. */
    REFUSED,
    /** Replayed and counted. */
    ACCEPTED,
    /** Replayed, and found to have been counted before. */
    DUPLICATE,
    /** Its record was written to its topic once more; what its reader makes of it is the reader's to say. */
    REPUBLISHED,
    /** A person of it was forgotten: what it held is gone. */
    ERASED;

    /** By its word in a request. */
    public static Optional<LetterState> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a replay could still change anything. */
    public boolean open() {
        return this == WAITING || this == REPLAYING || this == REFUSED;
    }
}
