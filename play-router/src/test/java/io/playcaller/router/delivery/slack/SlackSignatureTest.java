package io.playcaller.router.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** By the example in Slack's own documentation. */
class SlackSignatureTest {

    private static final String AT = "1531420618";
    private static final String BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
            + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String SIGNED = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final Instant THEN = Instant.ofEpochSecond(1_531_420_618);

    private final SlackSignature signature = new SlackSignature("8f742231b10e8888abcd99yyyzzz85a5");

    @Test
    void whatSlackSignedIsBelieved() {
        assertThat(signature.isOf(SIGNED, AT, bytes(BODY), THEN.plusSeconds(299)))
                .isTrue();
    }

    @Test
    void whatIsOlderThanFiveMinutesIsNot() {
        assertThat(signature.isOf(SIGNED, AT, bytes(BODY), THEN.plusSeconds(301)))
                .isFalse();
        assertThat(signature.isOf(SIGNED, AT, bytes(BODY), THEN.minusSeconds(301)))
                .isFalse();
    }

    @Test
    void whatWasChangedOrNotSignedIsNot() {
        assertThat(signature.isOf(SIGNED, AT, bytes(BODY + "x"), THEN)).isFalse();
        assertThat(signature.isOf(SIGNED, "1531420619", bytes(BODY), THEN)).isFalse();
        assertThat(signature.isOf(null, AT, bytes(BODY), THEN)).isFalse();
        assertThat(signature.isOf(SIGNED, null, bytes(BODY), THEN)).isFalse();
        assertThat(signature.isOf(SIGNED, "soon", bytes(BODY), THEN)).isFalse();
    }

    @Test
    void itNeverShowsItsSecret() {
        assertThat(signature).hasToString("SlackSignature[…]");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
