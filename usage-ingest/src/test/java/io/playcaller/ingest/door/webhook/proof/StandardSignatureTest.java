package io.playcaller.ingest.door.webhook.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The example of the reference libraries of Standard Webhooks. */
class StandardSignatureTest {

    private static final String BODY = "{\"test\": 2432232314}";
    private static final String CODE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_614_265_330);
    private static final Map<String, String> HEADERS = Map.of(
            "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp", "1614265330", "webhook-signature", CODE);

    private final StandardSignature signature = new StandardSignature(
            List.of(Secret.standard("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow()), Duration.ofMinutes(5));

    @Test
    void whatIsSignedIsBelieved() {
        assertThat(fault(HEADERS, BODY, SIGNED_AT.plusSeconds(300))).isEmpty();
        assertThat(fault(with("webhook-signature", "v1a,abc v1,AAAA " + CODE), BODY, SIGNED_AT))
                .isEmpty();
    }

    @Test
    void anotherIdTimeOrBodyIsNot() {
        assertThat(fault(with("webhook-id", "msg_2"), BODY, SIGNED_AT)).isEqualTo(Proof.WRONG);
        assertThat(fault(with("webhook-timestamp", "1614265331"), BODY, SIGNED_AT))
                .isEqualTo(Proof.WRONG);
        assertThat(fault(HEADERS, BODY + " ", SIGNED_AT)).isEqualTo(Proof.WRONG);
        assertThat(fault(with("webhook-signature", "v1,no base64!"), BODY, SIGNED_AT))
                .isEqualTo(Proof.WRONG);
        assertThat(fault(with("webhook-signature", ""), BODY, SIGNED_AT)).isEqualTo(Proof.WRONG);
    }

    /** Each is held against the one code that the body gives for a secret of ours, and there are no more than ten. */
    @Test
    void tenCodesAreLookedAtAndNoFurther() {
        String wrong = "v1," + "A".repeat(43) + "= ";

        assertThat(fault(with("webhook-signature", wrong.repeat(9) + CODE), BODY, SIGNED_AT))
                .isEmpty();
        assertThat(fault(with("webhook-signature", wrong.repeat(10) + CODE), BODY, SIGNED_AT))
                .isEqualTo(Proof.WRONG);
        assertThat(fault(with("webhook-signature", "v1,short ".repeat(10) + CODE), BODY, SIGNED_AT))
                .isEmpty();
    }

    @Test
    void aRequestThatWasKeptIsOutdated() {
        assertThat(fault(HEADERS, BODY, SIGNED_AT.plusSeconds(301))).isEqualTo(Proof.OUTDATED);
    }

    @Test
    void eachOfItsHeadersIsNeeded() {
        for (String header : HEADERS.keySet()) {
            Map<String, String> without = new TreeMap<>(HEADERS);
            without.remove(header);
            assertThat(fault(without, BODY, SIGNED_AT)).isEqualTo(Proof.MISSING);
        }
    }

    @Test
    void aSecretIsWrittenAsTheStandardHasIt() {
        assertThat(Secret.standard("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isEmpty();
        assertThat(Secret.standard("whsec_no base64!")).isEmpty();
        assertThat(Secret.standard("whsec_")).isEmpty();
        assertThat(Secret.standard("whsec_MfKQ9r8GKYqrTwjUPD8I")).isEmpty();
    }

    private static Map<String, String> with(String header, String value) {
        Map<String, String> headers = new TreeMap<>(HEADERS);
        headers.put(header, value);
        return headers;
    }

    private String fault(Map<String, String> headers, String body, Instant now) {
        return signature
                .fault(headers::get, body.getBytes(StandardCharsets.UTF_8), now)
                .map(Refusal::code)
                .orElse("");
    }
}
