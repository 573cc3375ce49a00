package io.playcaller.router.digital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayOutTest {

    private static final String OLD = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr";
    private static final String NEW = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final Optional<URI> URL = Optional.of(URI.create("https://success.example/"));

    @Test
    void aWayOutHasAKeyAndAnAddress() {
        assertThat(WayOut.by(List.of(OLD), Optional.empty()).isClosed()).isTrue();
        WayOut wayOut = WayOut.by(List.of(OLD), URL);

        assertThat(wayOut.isClosed()).isFalse();
        assertThat(wayOut.address("p-1")).isEqualTo("https://success.example/v1/unsubscribe/" + wayOut.token("p-1"));
    }

    @Test
    void aTokenNamesItsPersonAndNoOther() {
        WayOut wayOut = WayOut.by(List.of(OLD), URL);
        String token = wayOut.token("p-1");

        assertThat(wayOut.person(token)).contains("p-1");
        assertThat(token).matches("[A-Za-z0-9_.-]+");
        String other = wayOut.token("p-2");
        String mixed = other.substring(0, other.indexOf('.')) + token.substring(token.indexOf('.'));
        assertThat(wayOut.person(mixed)).isEmpty();
    }

    @Test
    void whatIsNoTokenNamesNobody() {
        WayOut wayOut = WayOut.by(List.of(OLD), URL);

        assertThat(List.of("", ".", "cC0x", "cC0x.", "cC0x.AAAA", "ä.ö"))
                .allMatch(token -> wayOut.person(token).isEmpty());
    }

    @Test
    void aTokenOfAKeyThatWasReplacedIsBelievedAsLongAsTheKeyStands() {
        String token = WayOut.by(List.of(OLD), URL).token("p-1");

        assertThat(WayOut.by(List.of(NEW, OLD), URL).person(token)).contains("p-1");
        assertThat(WayOut.by(List.of(NEW), URL).person(token)).isEmpty();
    }

    @Test
    void aShortKeyIsRefusedAndNoKeyIsShown() {
        assertThatThrownBy(() -> WayOut.by(List.of("c2hvcnQ="), URL)).hasMessageContaining("at least 24 bytes");
        assertThat(WayOut.by(List.of(OLD), URL)).hasToString("WayOut[…]");
        assertThat(WayOut.by(List.of(), URL).isClosed()).isTrue();
    }
}
