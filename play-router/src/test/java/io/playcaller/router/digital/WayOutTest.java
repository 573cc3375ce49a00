package io.playcaller.router.digital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WayOutTest {

    private static final String OLD = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr";
    private static final String NEW = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void aTokenNamesItsPersonAndNoOther() {
        WayOut wayOut = WayOut.by(List.of(OLD));
        String token = wayOut.token("p-1");

        assertThat(wayOut.person(token)).contains("p-1");
        assertThat(token).matches("[A-Za-z0-9_.-]+");
        String other = wayOut.token("p-2");
        String mixed = other.substring(0, other.indexOf('.')) + token.substring(token.indexOf('.'));
        assertThat(wayOut.person(mixed)).isEmpty();
    }

    @Test
    void whatIsNoTokenNamesNobody() {
        WayOut wayOut = WayOut.by(List.of(OLD));

        assertThat(List.of("", ".", "cC0x", "cC0x.", "cC0x.AAAA", "ä.ö"))
                .allMatch(token -> wayOut.person(token).isEmpty());
    }

    @Test
    void aTokenOfAKeyThatWasReplacedIsBelievedAsLongAsTheKeyStands() {
        String token = WayOut.by(List.of(OLD)).token("p-1");

        assertThat(WayOut.by(List.of(NEW, OLD)).person(token)).contains("p-1");
        assertThat(WayOut.by(List.of(NEW)).person(token)).isEmpty();
    }

    @Test
    void aShortKeyIsRefusedAndNoKeyIsShown() {
        assertThatThrownBy(() -> WayOut.by(List.of("c2hvcnQ="))).hasMessageContaining("at least 24 bytes");
        assertThat(WayOut.by(List.of(OLD))).hasToString("WayOut[…]");
        assertThat(WayOut.by(List.of()).isClosed()).isTrue();
    }
}
