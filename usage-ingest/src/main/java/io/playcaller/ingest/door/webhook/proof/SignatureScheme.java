package io.playcaller.ingest.door.webhook.proof;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a sender signs: an HMAC over the bytes of the body, or over a time and the body with nothing between them.
 *
 * @param header carries the code
 * @param prefix stands before it there; often empty
 * @param timeHeader carries the time that is signed too; null when only the body is
 */
public record SignatureScheme(
        String header,
        String prefix,
        Algorithm algorithm,
        Encoding encoding,
        @Nullable String timeHeader) {

    /** Zendesk, <em>Verifying webhook authenticity</em>: base64(HMACSHA256(timestamp + body)). */
    public static final SignatureScheme ZENDESK = new SignatureScheme(
            "X-Zendesk-Webhook-Signature",
            "",
            Algorithm.SHA256,
            Encoding.BASE64,
            "X-Zendesk-Webhook-Signature-Timestamp");

    /** Jira Cloud and Data Center, <em>Secure admin webhooks</em>, after WebSub. */
    public static final SignatureScheme JIRA =
            new SignatureScheme("X-Hub-Signature", "sha256=", Algorithm.SHA256, Encoding.HEX, null);

    /** Segment, <em>Webhooks destination, authentication</em>. */
    public static final SignatureScheme SEGMENT =
            new SignatureScheme("X-Signature", "", Algorithm.SHA1, Encoding.HEX, null);

    /** The hash below the HMAC. */
    public enum Algorithm {
        SHA1("HmacSHA1", 20),
        SHA256("HmacSHA256", 32),
        SHA512("HmacSHA512", 64);

        private final String mac;
        private final int bytes;

        Algorithm(String mac, int bytes) {
            this.mac = mac;
            this.bytes = bytes;
        }

        String mac() {
            return mac;
        }

        /** How long its codes are. */
        int bytes() {
            return bytes;
        }
    }

    /** How the code is written. */
    public enum Encoding {
        HEX,
        BASE64
    }

    /** The code that a header carries; empty when there is none of its length in it. */
    Optional<byte[]> code(String sent) {
        if (!sent.startsWith(prefix)) {
            return Optional.empty();
        }
        String code = sent.substring(prefix.length()).strip();
        try {
            byte[] decoded = encoding == Encoding.HEX
                    ? HexFormat.of().parseHex(code)
                    : Base64.getDecoder().decode(code);
            return Optional.of(decoded).filter(whole -> whole.length == algorithm.bytes());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** For a refusal. */
    String expected() {
        return prefix + "the " + encoding + " of " + algorithm.mac() + " over "
                + (timeHeader == null ? "the body" : timeHeader + " and the body") + " with the secret of this webhook";
    }
}
