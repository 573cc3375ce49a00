package io.playcaller.ingest.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The identity that is counted once. */
public final class ClaimKey {

    private static final int HASH_BYTES = 16;
    private static final char SEPARATOR = '\u001f';

    private final String source;
    private final String id;
    private @Nullable String digest;

    public ClaimKey(String source, String id) {
        this.source = source;
        this.id = id;
    }

    public String source() {
        return source;
    }

    public String id() {
        return id;
    }

    /** 128 bits of its SHA-256: claims are kept for days, their keys are short. A claim asks for it each time it changes. */
    public String digest() {
        String known = digest;
        if (known == null) {
            known = hash();
            digest = known;
        }
        return known;
    }

    private String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((source + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClaimKey key && key.source.equals(source) && key.id.equals(id);
    }

    @Override
    public int hashCode() {
        return 31 * source.hashCode() + id.hashCode();
    }

    @Override
    public String toString() {
        return source + "/" + id;
    }
}
