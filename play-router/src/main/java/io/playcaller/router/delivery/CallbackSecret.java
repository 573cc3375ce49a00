package io.playcaller.router.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells whether a tool signed what came: {@code sha256=} and the HMAC-SHA256 of the body in hexadecimal. Never shows its key. */
public final class CallbackSecret {

    /** Characters below which a secret can be guessed. */
    public static final int SHORTEST = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private final SecretKeySpec key;

    private CallbackSecret(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** @throws IllegalArgumentException when it is too short; the message does not show it */
    public static CallbackSecret of(String text) {
        if (text.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "a secret of callbacks has at least " + SHORTEST + " characters, this has " + text.length());
        }
        return new CallbackSecret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a sender writes in the header. */
    public String sign(byte[] body) {
        return PREFIX + HexFormat.of().formatHex(code(body));
    }

    /** Compares in constant time. */
    public boolean signed(@Nullable String header, byte[] body) {
        return header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), sign(body).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] code(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    @Override
    public String toString() {
        return "CallbackSecret[…]";
    }
}
