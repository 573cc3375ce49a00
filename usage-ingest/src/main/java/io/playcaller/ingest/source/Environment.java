package io.playcaller.ingest.source;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a write key's traffic is for. */
public enum Environment {
    LIVE,
    /** Checked, resolved and answered like live traffic, and then forgotten. */
    TEST;

    /** By its word in a request. */
    public static Optional<Environment> of(String word) {
        return Stream.of(values())
                .filter(environment -> environment.word().equals(word))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
