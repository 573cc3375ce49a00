package io.playcaller.ingest.door.webhook.proof;

import io.playcaller.ingest.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The sender signs what it sends.
 *
 * @param secrets any of them signs: while one is replaced by another there are two
 * @param window how far the signed time may be from now, on either side; a scheme without a time has none
 */
public record Signature(SignatureScheme scheme, List<Secret> secrets, Duration window) implements Proof {

    private static final String TIME = "a time with zone, such as 2026-03-01T09:00:00Z";

    public Signature {
        secrets = List.copyOf(secrets);
    }

    @Override
    public Optional<Refusal> fault(SentHeaders headers, byte[] body, Instant now) {
        String sent = headers.value(scheme.header());
        if (sent == null) {
            return Proof.missing(scheme.header(), scheme.expected());
        }
        String timeHeader = scheme.timeHeader();
        if (timeHeader == null) {
            return signed(sent, "", body) ? Optional.empty() : Proof.wrong(scheme.header(), scheme.expected());
        }
        String time = headers.value(timeHeader);
        if (time == null) {
            return Proof.missing(timeHeader, TIME);
        }
        // The time is looked at only once it is known to be the sender's.
        return signed(sent, time, body)
                ? new ReplayWindow(window).fault(timeHeader, time, ReplayWindow::iso, now)
                : Proof.wrong(scheme.header(), scheme.expected());
    }

    /** What is no code of this scheme is not worth going through the body. */
    private boolean signed(String sent, String time, byte[] body) {
        byte[] before = time.getBytes(StandardCharsets.UTF_8);
        return scheme.code(sent)
                .filter(code -> secrets.stream()
                        .anyMatch(secret -> MessageDigest.isEqual(secret.sign(scheme.algorithm(), before, body), code)))
                .isPresent();
    }
}
