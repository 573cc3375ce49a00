package io.playcaller.ingest.door.webhook.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.door.webhook.proof.SignatureScheme.Algorithm;
import io.playcaller.ingest.door.webhook.proof.SignatureScheme.Encoding;
import io.playcaller.ingest.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** The secret that Zendesk signs all tests of new webhooks with, as its documentation says. */
    private static final String ZENDESK_TEST_SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";

    private static final String BODY = "{\"event\":\"ticket.updated\",\"id\":123}";
    private static final Instant SIGNED_AT = Instant.parse("2021-03-25T05:09:27Z");

    /** Zendesk publishes the construction and no example of it: this one is OpenSSL's. */
    private static final Map<String, String> ZENDESK_HEADERS = Map.of(
            "X-Zendesk-Webhook-Signature",
            "S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM=",
            "X-Zendesk-Webhook-Signature-Timestamp",
            "2021-03-25T05:09:27Z");

    private final Signature zendesk = signature(SignatureScheme.ZENDESK, ZENDESK_TEST_SECRET);

    @Test
    void zendesksSignatureOverTimeAndBodyIsBelieved() {
        assertThat(fault(zendesk, ZENDESK_HEADERS, BODY, SIGNED_AT.plusSeconds(20)))
                .isEmpty();
    }

    /** An older edition of Zendesk's documentation has this example; no Zendesk ever signed so. */
    @Test
    void theBodyBeforeTheTimeIsNotZendesksOrder() {
        Signature signature = signature(SignatureScheme.ZENDESK, "HRkRd4BeOAoUkfZr-mhauJT64rvBASlJRoIyPsd3zeA=");
        Map<String, String> headers = Map.of(
                "X-Zendesk-Webhook-Signature",
                "tRDSF7URY8BLCDlaBcQ7FHu051Zk+aAB0NKMP53teMw=",
                "X-Zendesk-Webhook-Signature-Timestamp",
                "2021-07-25T10:00:00Z");

        assertThat(fault(signature, headers, "{\"say\": \"hello\"}", Instant.parse("2021-07-25T10:00:00Z")))
                .isEqualTo(Proof.WRONG);
    }

    /** The example of Atlassian's documentation. */
    @Test
    void jirasSignatureIsBelieved() {
        Signature jira = signature(SignatureScheme.JIRA, "It's a Secret to Everybody");
        Map<String, String> headers =
                Map.of("X-Hub-Signature", "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9");

        assertThat(fault(jira, headers, "Hello World!", SIGNED_AT)).isEmpty();
        assertThat(fault(jira, headers, "Hello World?", SIGNED_AT)).isEqualTo(Proof.WRONG);
    }

    /** RFC 2202, test case 2 of HMAC-SHA-1. */
    @Test
    void segmentsSignatureIsBelieved() {
        Signature segment = signature(SignatureScheme.SEGMENT, "Jefe");
        Map<String, String> headers = Map.of("X-Signature", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");

        assertThat(fault(segment, headers, "what do ya want for nothing?", SIGNED_AT))
                .isEmpty();
    }

    /** RFC 4231, test case 2. */
    @Test
    void anySchemeOfThisKindCanBeDescribed() {
        SignatureScheme scheme = new SignatureScheme("Sig", "v1:", Algorithm.SHA512, Encoding.HEX, null);
        Map<String, String> headers = Map.of(
                "Sig",
                "v1:164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fd"
                        + "caeab1a34d4a6b4b636e070a38bce737");

        assertThat(fault(signature(scheme, "Jefe"), headers, "what do ya want for nothing?", SIGNED_AT))
                .isEmpty();
    }

    @Test
    void anotherBodyTimeOrSecretIsNotBelieved() {
        Map<String, String> later = new TreeMap<>(ZENDESK_HEADERS);
        later.put("X-Zendesk-Webhook-Signature-Timestamp", "2021-03-25T05:09:28Z");

        assertThat(fault(zendesk, ZENDESK_HEADERS, BODY + " ", SIGNED_AT)).isEqualTo(Proof.WRONG);
        assertThat(fault(zendesk, later, BODY, SIGNED_AT)).isEqualTo(Proof.WRONG);
        assertThat(fault(signature(SignatureScheme.ZENDESK, "another"), ZENDESK_HEADERS, BODY, SIGNED_AT))
                .isEqualTo(Proof.WRONG);
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        Signature both = signature(SignatureScheme.ZENDESK, "the next one", ZENDESK_TEST_SECRET);

        assertThat(fault(both, ZENDESK_HEADERS, BODY, SIGNED_AT)).isEmpty();
    }

    @Test
    void aRequestThatWasKeptIsOutdated() {
        assertThat(fault(zendesk, ZENDESK_HEADERS, BODY, SIGNED_AT.plus(WINDOW)))
                .isEmpty();
        assertThat(fault(zendesk, ZENDESK_HEADERS, BODY, SIGNED_AT.plus(WINDOW).plusMillis(1)))
                .isEqualTo(Proof.OUTDATED);
        assertThat(fault(zendesk, ZENDESK_HEADERS, BODY, SIGNED_AT.minus(WINDOW).minusMillis(1)))
                .isEqualTo(Proof.OUTDATED);
    }

    @Test
    void aTimeThatNobodyCanReadIsOutdatedEvenWhenItIsSigned() {
        SignatureScheme scheme = new SignatureScheme("Sig", "", Algorithm.SHA1, Encoding.HEX, "At");
        Map<String, String> headers =
                Map.of("Sig", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", "At", "what do ya want ");

        assertThat(fault(signature(scheme, "Jefe"), headers, "for nothing?", SIGNED_AT))
                .isEqualTo(Proof.OUTDATED);
    }

    @Test
    void whatDidNotComeIsNamed() {
        Map<String, String> unsigned = Map.of("X-Zendesk-Webhook-Signature-Timestamp", "2021-03-25T05:09:27Z");
        Map<String, String> timeless = Map.of("X-Zendesk-Webhook-Signature", "S/RDdU2ERmj7LHDDoWJ2onPYH+t7");

        assertThat(zendesk.fault(unsigned::get, new byte[0], SIGNED_AT)).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo(Proof.MISSING);
            assertThat(why.faults().get(0).field()).isEqualTo("X-Zendesk-Webhook-Signature");
        });
        assertThat(zendesk.fault(timeless::get, new byte[0], SIGNED_AT)).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo(Proof.MISSING);
            assertThat(why.faults().get(0).field()).isEqualTo("X-Zendesk-Webhook-Signature-Timestamp");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha256=zz", "a4771c39", "sha1=a4771c39", "sha256=a4771c39"})
    void whatIsNoSignatureIsWrongAndNoFault(String sent) {
        Signature jira = signature(SignatureScheme.JIRA, "It's a Secret to Everybody");

        assertThat(fault(jira, Map.of("X-Hub-Signature", sent), "Hello World!", SIGNED_AT))
                .isEqualTo(Proof.WRONG);
    }

    @Test
    void noSecretShowsItself() {
        assertThat(zendesk.toString()).doesNotContain(ZENDESK_TEST_SECRET);
        assertThat(Token.basic("rudder", List.of("correct horse battery")).toString())
                .doesNotContain("correct")
                .doesNotContain("cnVkZGVy");
    }

    private static Signature signature(SignatureScheme scheme, String... secrets) {
        return new Signature(scheme, List.of(secrets).stream().map(Secret::of).toList(), WINDOW);
    }

    private static String fault(Signature signature, Map<String, String> headers, String body, Instant now) {
        return signature
                .fault(headers::get, body.getBytes(StandardCharsets.UTF_8), now)
                .map(Refusal::code)
                .orElse("");
    }
}
