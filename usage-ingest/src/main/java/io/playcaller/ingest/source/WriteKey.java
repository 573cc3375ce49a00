package io.playcaller.ingest.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A write key in clear. It is shown once; only its hash is kept. Keys are 256 random bits, so the hash needs no salt. */
public record WriteKey(String clear) {

    private static final int BYTES = 32;
    private static final String PREFIX = "pck_";
    private static final String TEST_PREFIX = PREFIX + "test_";
    /** What every generated key looks like; keys of the configuration may look otherwise. */
    static final Pattern SHAPE = Pattern.compile(PREFIX + "(?:test_)?[A-Za-z0-9_-]{43}");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one, which says what it is for. */
    public static WriteKey generate(Environment environment) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new WriteKey((environment == Environment.TEST ? TEST_PREFIX : PREFIX)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 in hex. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(clear.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "WriteKey[…]";
    }
}
