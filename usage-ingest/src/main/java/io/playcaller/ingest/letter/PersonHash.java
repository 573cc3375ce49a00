package io.playcaller.ingest.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** What a letter is found by when a person is forgotten: 128 bits of an id or address. */
public final class PersonHash {

    private static final int BYTES = 16;

    private PersonHash() {}

    /** Addresses are the same in any case of letters, ids are not. */
    public static String of(String idOrAddress) {
        String plain = idOrAddress.strip();
        String same = plain.indexOf('@') < 0 ? plain : plain.toLowerCase(Locale.ROOT);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(same.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
