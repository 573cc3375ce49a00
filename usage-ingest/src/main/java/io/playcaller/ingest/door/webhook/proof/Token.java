package io.playcaller.ingest.door.webhook.proof;

import io.playcaller.ingest.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sender sends a secret along. It proves less than a signature: whoever sees one request can send any other.
 *
 * @param scheme stands before it, such as {@code Bearer}; null when the header holds nothing else
 * @param accepted any of them
 */
public record Token(String header, @Nullable String scheme, List<Secret> accepted) implements Proof {

    private static final String AUTHORIZATION = "Authorization";

    public Token {
        accepted = List.copyOf(accepted);
    }

    /** {@code Authorization: Bearer}. */
    public static Token bearer(List<String> secrets) {
        return new Token(
                AUTHORIZATION, "Bearer", secrets.stream().map(Secret::of).toList());
    }

    /** {@code Authorization: Basic}, the secrets being passwords. */
    public static Token basic(String user, List<String> secrets) {
        return new Token(
                AUTHORIZATION,
                "Basic",
                secrets.stream()
                        .map(password -> (user + ":" + password).getBytes(StandardCharsets.UTF_8))
                        .map(pair -> Secret.of(Base64.getEncoder().encodeToString(pair)))
                        .toList());
    }

    /** A header of its own. */
    public static Token alone(String header, List<String> secrets) {
        return new Token(header, null, secrets.stream().map(Secret::of).toList());
    }

    @Override
    public Optional<Refusal> fault(SentHeaders headers, byte[] body, Instant now) {
        String sent = headers.value(header);
        if (sent == null) {
            return Proof.missing(header, expected());
        }
        String token = token(sent);
        return accepted.stream().anyMatch(secret -> secret.is(token))
                ? Optional.empty()
                : Proof.wrong(header, expected());
    }

    @Override
    public Set<String> secretHeaders() {
        return Set.of(header.toLowerCase(Locale.ROOT));
    }

    private String token(String sent) {
        if (scheme == null) {
            return sent.strip();
        }
        boolean named = sent.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1);
        return named ? sent.substring(scheme.length() + 1).strip() : "";
    }

    private String expected() {
        return (scheme == null ? "" : scheme + " and ") + "the secret of this webhook";
    }
}
