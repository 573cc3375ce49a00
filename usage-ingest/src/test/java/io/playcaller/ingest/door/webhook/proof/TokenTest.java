package io.playcaller.ingest.door.webhook.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenTest {

    private static final String SECRET = "correct horse battery";

    @Test
    void aBearerIsBelieved() {
        Token bearer = Token.bearer(List.of("the one before it", SECRET));

        assertThat(fault(bearer, "Authorization", "Bearer " + SECRET)).isEmpty();
        assertThat(fault(bearer, "Authorization", "bearer  " + SECRET)).isEmpty();
        assertThat(fault(bearer, "Authorization", "Bearer wrong")).isEqualTo(Proof.WRONG);
        assertThat(fault(bearer, "Authorization", SECRET)).isEqualTo(Proof.WRONG);
        assertThat(fault(bearer, "Authorization", "Basic " + SECRET)).isEqualTo(Proof.WRONG);
        assertThat(fault(bearer, "X-Token", SECRET)).isEqualTo(Proof.MISSING);
    }

    /** RFC 7617: user Aladdin, password open sesame. */
    @Test
    void aUserWithPasswordIsBelieved() {
        Token basic = Token.basic("Aladdin", List.of("open sesame"));

        assertThat(fault(basic, "Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="))
                .isEmpty();
        assertThat(fault(basic, "Authorization", "Basic QWxhZGRpbjo=")).isEqualTo(Proof.WRONG);
    }

    @Test
    void aHeaderOfItsOwnIsBelieved() {
        Token own = Token.alone("X-Token", List.of(SECRET));

        assertThat(fault(own, "X-Token", SECRET)).isEmpty();
        assertThat(fault(own, "X-Token", SECRET + "!")).isEqualTo(Proof.WRONG);
        assertThat(fault(own, "X-Token", "")).isEqualTo(Proof.WRONG);
    }

    @Test
    void aRefusalRepeatsNothingOfWhatCame() {
        assertThat(Token.bearer(List.of(SECRET)).fault(name -> "Bearer almost " + SECRET, new byte[0], Instant.EPOCH))
                .hasValueSatisfying(why -> assertThat(why.toString()).doesNotContain(SECRET));
    }

    private static String fault(Token token, String header, String value) {
        return token.fault(Map.of(header, value)::get, new byte[0], Instant.EPOCH)
                .map(Refusal::code)
                .orElse("");
    }
}
