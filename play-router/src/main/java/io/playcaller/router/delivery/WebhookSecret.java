package io.playcaller.router.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as Standard Webhooks 1.0 says: HMAC-SHA256 over id, time and body. Never shows its key. */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final SecretKeySpec key;

    private WebhookSecret(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** @throws IllegalArgumentException when it is not {@code whsec_} and 24 to 64 bytes in Base64 */
    public static WebhookSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret begins with " + PREFIX);
        }
        byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException(
                    "a webhook secret has " + SHORTEST + " to " + LONGEST + " bytes, this has " + bytes.length);
        }
        return new WebhookSecret(bytes);
    }

    /** One signature, as it stands in the header {@code webhook-signature}. */
    public String sign(String messageId, Instant at, String body) {
        String signed = messageId + "." + at.getEpochSecond() + "." + body;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[…]";
    }
}
