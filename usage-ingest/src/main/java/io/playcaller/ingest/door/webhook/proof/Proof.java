package io.playcaller.ingest.door.webhook.proof;

import io.playcaller.ingest.refusal.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a request must bring to be believed. */
public sealed interface Proof permits Signature, StandardSignature, Token {

    /** It did not come. */
    String MISSING = "proof.missing";

    /** It came, and is not what our secret gives. */
    String WRONG = "proof.wrong";

    /** It is right and was made too long ago, or in the future: somebody may have kept the request and sent it again. */
    String OUTDATED = "proof.outdated";

    /**
     * Why the request is not believed; empty when it is. What came is never shown: it may be a secret.
     *
     * @param body as it came, byte for byte
     * @param now by the senders' clocks
     */
    Optional<Refusal> fault(SentHeaders headers, byte[] body, Instant now);

    /** The headers that carry the secret itself, in lower case: whatever is read from them would show it. */
    default Set<String> secretHeaders() {
        return Set.of();
    }

    /** It did not come in that header. */
    static Optional<Refusal> missing(String header, String expected) {
        return Optional.of(Refusal.field(MISSING, header, expected, "absent"));
    }

    /** It is another one than ours. */
    static Optional<Refusal> wrong(String header, String expected) {
        return Optional.of(Refusal.field(WRONG, header, expected, "another"));
    }
}
