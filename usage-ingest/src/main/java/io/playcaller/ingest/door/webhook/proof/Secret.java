package io.playcaller.ingest.door.webhook.proof;

import io.playcaller.ingest.door.webhook.proof.SignatureScheme.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What only the sender and we know. It never shows itself, and is compared in constant time. */
public final class Secret {

    /** Characters, or bytes where it is written in Base64, below which a secret can be guessed. */
    public static final int SHORTEST = 16;

    private static final String STANDARD = "whsec_";

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Its characters are the key, as they stand: senders decode nothing either. */
    public static Secret of(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One that is written as Standard Webhooks has it, {@code whsec_} and Base64; empty when it is not, or too short. */
    public static Optional<Secret> standard(String text) {
        if (!text.startsWith(STANDARD)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring(STANDARD.length()));
            return bytes.length < SHORTEST ? Optional.empty() : Optional.of(new Secret(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The code of what is signed, the parts one after the other. */
    byte[] sign(Algorithm algorithm, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm.mac());
            mac.init(new SecretKeySpec(bytes, algorithm.mac()));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm.mac() + " is part of every Java", e);
        }
    }

    boolean is(String text) {
        return MessageDigest.isEqual(bytes, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
