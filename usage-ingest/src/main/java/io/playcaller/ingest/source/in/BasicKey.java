package io.playcaller.ingest.source.in;

import io.playcaller.ingest.source.WriteKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A write key in the header {@code Authorization: Basic}: as user with empty password, or without the colon. */
public final class BasicKey {

    private static final String SCHEME = "basic ";

    private BasicKey() {}

    /** Empty when the header is absent, of another scheme, or not Base64. */
    public static Optional<WriteKey> of(@Nullable String header) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip()), StandardCharsets.UTF_8);
            String key = pair.contains(":") ? pair.substring(0, pair.indexOf(':')) : pair;
            return key.isBlank() ? Optional.empty() : Optional.of(new WriteKey(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
