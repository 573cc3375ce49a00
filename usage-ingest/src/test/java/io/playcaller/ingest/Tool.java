package io.playcaller.ingest;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tools that call the webhooks of {@code src/test/resources/ingest-files}, and sign as they do. */
final class Tool {

    private Tool() {}

    /** Zendesk, at the help desk, now. */
    static ValidatableResponse desk(String body) {
        return desk(body, Instant.now(), "secret of the help desk");
    }

    static ValidatableResponse desk(String body, Instant signedAt, String secret) {
        String time = signedAt.truncatedTo(ChronoUnit.SECONDS).toString();
        byte[] code = sign("HmacSHA256", secret, time + body);
        return call(
                "desk",
                body,
                Map.of(
                        "X-Zendesk-Webhook-Signature",
                        Base64.getEncoder().encodeToString(code),
                        "X-Zendesk-Webhook-Signature-Timestamp",
                        time));
    }

    /** Jira, for an attempt to deliver the event of that identifier. */
    static ValidatableResponse board(String identifier, String body) {
        String code = HexFormat.of().formatHex(sign("HmacSHA256", "secret of the board", body));
        return call(
                "board",
                body,
                Map.of("X-Hub-Signature", "sha256=" + code, "X-Atlassian-Webhook-Identifier", identifier));
    }

    /** Segment's destination, at a webhook with its secret. */
    static ValidatableResponse segment(String webhook, String body) {
        return call(webhook, body, Map.of("X-Signature", segmentSignature(body)));
    }

    static String segmentSignature(String signed) {
        return HexFormat.of().formatHex(sign("HmacSHA1", "secret of the destination", signed));
    }

    static ValidatableResponse rudder(String body) {
        return call("rudder", body, Map.of("Authorization", "Bearer secret of the other destination"));
    }

    /** The same tool, at the webhook whose limit a test changes. */
    static ValidatableResponse slow(String body) {
        return call("slow", body, Map.of("Authorization", "Bearer secret of the other destination"));
    }

    static ValidatableResponse surveys(String body) {
        return call("surveys", body, Map.of("X-Survey-Token", "secret of the surveys"));
    }

    static ValidatableResponse call(String webhook, String body, Map<String, String> headers) {
        return RestAssured.given()
                .headers(headers)
                .contentType("application/json")
                .body(body)
                .post("/v1/webhooks/" + webhook)
                .then();
    }

    private static byte[] sign(String algorithm, String secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
