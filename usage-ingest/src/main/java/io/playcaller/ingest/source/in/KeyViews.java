package io.playcaller.ingest.source.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.ingest.source.IssuedKey;
import io.playcaller.ingest.source.Scope;
import io.playcaller.ingest.source.app.KeyService;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is answered of keys. */
public final class KeyViews {

    private KeyViews() {}

    /** A key; {@code lastUsedAt} is a moment of its use, at most an hour before its last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeyView(
            UUID id,
            String fingerprint,
            String source,
            String name,
            String environment,
            List<String> scopes,
            String state,
            Instant createdAt,
            @Nullable String createdBy,
            @Nullable Instant validUntil,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {

        static KeyView of(IssuedKey key) {
            return new KeyView(
                    key.id(),
                    key.fingerprint(),
                    key.source(),
                    key.name(),
                    key.environment().word(),
                    key.scopes().stream().map(Scope::word).sorted().toList(),
                    key.state().name().toLowerCase(Locale.ROOT),
                    key.createdAt(),
                    key.createdBy(),
                    key.validUntil(),
                    key.revokedAt(),
                    key.lastUsedAt());
        }
    }

    /** A new key; {@code writeKey} is shown this once. */
    public record NewKey(KeyView key, String writeKey) {

        static NewKey of(KeyService.Issued issued) {
            return new NewKey(KeyView.of(issued.key()), issued.secret().clear());
        }
    }

    /** A new key, and the one that ends at its {@code validUntil}. */
    public record RotatedKey(KeyView key, String writeKey, KeyView predecessor) {

        static RotatedKey of(KeyService.Rotated rotated) {
            return new RotatedKey(
                    KeyView.of(rotated.successor().key()),
                    rotated.successor().secret().clear(),
                    KeyView.of(rotated.predecessor()));
        }
    }

    /** A revoked key; from {@code refusedEverywhereFrom} on no replica remembers it as valid. */
    public record RevokedKey(KeyView key, Instant refusedEverywhereFrom) {}
}
