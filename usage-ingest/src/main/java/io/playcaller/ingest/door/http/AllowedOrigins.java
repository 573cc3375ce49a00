package io.playcaller.ingest.door.http;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The origins whose pages may call the doors: those that are named, or any. */
record AllowedOrigins(Set<String> origins) {

    static final String ANY = "*";

    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/*]+");

    AllowedOrigins {
        origins = Set.copyOf(origins);
        for (String origin : origins) {
            if (!origin.equals(ANY) && !ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "playcaller.ingest.cors.origins: expected * or an origin such as https://app.example.com, got "
                                + origin);
            }
        }
    }

    /** What {@code Access-Control-Allow-Origin} says to a page of {@code origin}; empty when it may not call. */
    Optional<String> answerTo(String origin) {
        if (origins.contains(ANY)) {
            return Optional.of(ANY);
        }
        return origins.contains(origin) ? Optional.of(origin) : Optional.empty();
    }
}
