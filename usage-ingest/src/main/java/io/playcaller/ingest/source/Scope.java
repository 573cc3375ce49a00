package io.playcaller.ingest.source;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a write key may do. */
public enum Scope {
    /** Send events, beat, open and close backfills. */
    EVENTS,
    /** Write the register. */
    REGISTER;

    /** By its word in a request. */
    public static Optional<Scope> of(String word) {
        return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
