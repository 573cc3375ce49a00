package io.playcaller.router.delivery.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells what Slack sent from what anybody could send: version 0 of its signatures, HMAC-SHA256 over {@code v0:time:body}
 * with the app's signing secret. Never shows the secret.
 */
public final class SlackSignature {

    /** What was signed longer ago may have been recorded. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v0=";

    private final SecretKeySpec key;

    public SlackSignature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * @param signature {@code X-Slack-Signature}
     * @param timestamp {@code X-Slack-Request-Timestamp}, seconds
     * @param body as it came
     * @param now real time
     */
    public boolean isOf(@Nullable String signature, @Nullable String timestamp, byte[] body, Instant now) {
        return signature != null
                && timestamp != null
                && isRecent(timestamp, now)
                && MessageDigest.isEqual(
                        sign(timestamp, body).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isRecent(String timestamp, Instant now) {
        return timestamp.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(WINDOW)
                        <= 0;
    }

    /** The value of {@code X-Slack-Signature}. */
    public String sign(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return VERSION + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    @Override
    public String toString() {
        return "SlackSignature[…]";
    }
}
