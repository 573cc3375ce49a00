package io.playcaller.ingest.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes: HMAC-SHA-256 (RFC 2104, FIPS 198-1) under the secret of the installation, in hex behind {@value #PREFIX}. The
 * same text has the same one in every source; without the secret nobody can try out which text it was. What has that form is
 * never hashed again, so that an event which is read twice is the same event.
 */
public final class Pseudonyms {

    /** Characters below which a secret can be guessed; as many bytes as the hash has. */
    public static final int SHORTEST_SECRET = 32;

    private static final String PREFIX = "pch_";
    private static final String MAC = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private final SecretKeySpec key;

    private Pseudonyms(SecretKeySpec key) {
        this.key = key;
    }

    /** @param secret its characters are the key, as they stand */
    public static Pseudonyms under(String secret) {
        return new Pseudonyms(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
    }

    /** Whether the text is one already. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Of a text without the blanks around it, which no reader of ids takes for a part of them. */
    public String of(String text) {
        return of(text.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** Of these bytes. */
    public String of(byte[] content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return PREFIX + HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(MAC + " is part of every Java", e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Pseudonyms[…]";
    }
}
