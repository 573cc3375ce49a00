package io.playcaller.ingest.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The identity that is counted once. */
public record ClaimKey(String source, String id) {

    private static final int HASH_BYTES = 16;
    private static final char SEPARATOR = '\u001f';

    /** 128 bits of it: claims are kept for days, their keys are short. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((source + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
