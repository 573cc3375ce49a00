package io.playcaller.ingest.door.webhook.proof;

import io.playcaller.ingest.door.webhook.proof.SignatureScheme.Algorithm;
import io.playcaller.ingest.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sender signs as Standard Webhooks 1.0.0 says: HMAC-SHA256 over id, time and body, so that the id can be trusted, too.
 * Its header holds one code or more, while the sender replaces its secret.
 */
public record StandardSignature(List<Secret> secrets, Duration window) implements Proof {

    private static final String ID = "webhook-id";
    private static final String TIME = "webhook-timestamp";
    private static final String CODES = "webhook-signature";
    private static final String VERSION = "v1,";

    /** A sender that replaces its secrets has two or three; further ones are not looked at. */
    private static final int MOST_CODES = 10;

    private static final String EXPECTED =
            "v1, and the Base64 of HmacSHA256 over id, time and body with the secret of this webhook";

    public StandardSignature {
        secrets = List.copyOf(secrets);
    }

    @Override
    public Optional<Refusal> fault(SentHeaders headers, byte[] body, Instant now) {
        Optional<String> missing = Stream.of(ID, TIME, CODES)
                .filter(header -> headers.value(header) == null)
                .findFirst();
        if (missing.isPresent()) {
            return Proof.missing(missing.get(), "a header of Standard Webhooks");
        }
        String time = String.valueOf(headers.value(TIME));
        byte[] before = (headers.value(ID) + "." + time + ".").getBytes(StandardCharsets.UTF_8);
        return signed(String.valueOf(headers.value(CODES)), before, body)
                ? new ReplayWindow(window).fault(TIME, time, ReplayWindow::seconds, now)
                : Proof.wrong(CODES, EXPECTED);
    }

    /** The body is gone through once for each secret of ours, however many codes a stranger sends along. */
    private boolean signed(String codes, byte[] before, byte[] body) {
        List<byte[]> sent = Stream.of(codes.split(" "))
                .filter(code -> code.startsWith(VERSION))
                .map(code -> decoded(code.substring(VERSION.length())))
                .filter(code -> code.length == Algorithm.SHA256.bytes())
                .limit(MOST_CODES)
                .toList();
        return !sent.isEmpty()
                && secrets.stream()
                        .map(secret -> secret.sign(Algorithm.SHA256, before, body))
                        .anyMatch(ours -> sent.stream().anyMatch(code -> MessageDigest.isEqual(ours, code)));
    }

    private static byte[] decoded(String code) {
        try {
            return Base64.getDecoder().decode(code);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
