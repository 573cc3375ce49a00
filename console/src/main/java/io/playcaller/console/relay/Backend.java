package io.playcaller.console.relay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A service behind the page. */
public enum Backend {
    INGEST,
    HEALTH,
    ROUTER,
    FORECAST;

    /** The word in the page's addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The service of a word; empty when there is none. */
    public static Optional<Backend> of(String key) {
        return Arrays.stream(values())
                .filter(backend -> backend.key().equals(key))
                .findFirst();
    }
}
