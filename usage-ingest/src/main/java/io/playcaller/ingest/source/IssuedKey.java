package io.playcaller.ingest.source;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A write key as people see it: all but the key.
 *
 * @param fingerprint the first 12 hex digits of the key's SHA-256; whoever holds the key can tell that it is this one
 * @param createdBy who issued it; null for one that the configuration named
 * @param validUntil when it ends because another took its place; null while it has no successor
 * @param lastUsedAt a moment of its use, at most an hour before its last; null while it was never used
 */
public record IssuedKey(
        UUID id,
        String fingerprint,
        String source,
        String name,
        Environment environment,
        Set<Scope> scopes,
        State state,
        Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant validUntil,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    /** What a key is good for now. */
    public enum State {
        ACTIVE,
        /** It has a successor and still opens. */
        ENDING,
        /** It had a successor and opens no more. */
        ENDED,
        REVOKED
    }

    public IssuedKey {
        scopes = Set.copyOf(scopes);
    }

    /** Whether something can be sent with it. */
    public boolean opens() {
        return state == State.ACTIVE || state == State.ENDING;
    }
}
