package io.playcaller.console.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(Stream.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/32")
            .flatMap(text -> Network.parse(text).stream())
            .toList());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3    | 198.51.100.4                     | 198.51.100.4",
                "10.1.2.3    | 198.51.100.4, 10.9.9.9           | 198.51.100.4",
                "2001:db8::1 | 198.51.100.4                     | 198.51.100.4",
                "10.1.2.3    | 198.51.100.4:4711                | 198.51.100.4",
                "10.1.2.3    | [2001:db9::5]:4711               | 2001:db9::5",
                "10.1.2.3    | 10.4.4.4                         | 10.4.4.4",
                "192.0.2.7   |                                  | 192.0.2.7"
            })
    void whoATrustedProxyHeardFromIsTheClient(String peer, String header, String client) {
        assertThat(proxies.client(peer, header == null ? List.of() : List.of(header)))
                .isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 198.51.100.4                     | 203.0.113.9",
                "192.0.2.8   | 198.51.100.4                     | 192.0.2.8",
                "10.1.2.3    | 1.1.1.1, 203.0.113.9             | 203.0.113.9",
                "10.1.2.3    | 10.0.0.1, 203.0.113.9, 10.9.9.9  | 203.0.113.9",
                "10.1.2.3    | 1.1.1.1, unknown                 | unknown"
            })
    void whatAStrangerSaysIsNotBelieved(String peer, String header, String client) {
        assertThat(proxies.client(peer, header == null ? List.of() : List.of(header)))
                .isEqualTo(client);
    }

    @Test
    void severalHeadersAreOneAndEmptyOnesAreNone() {
        assertThat(proxies.client("10.1.2.3", List.of("1.1.1.1, 198.51.100.4", "", "10.9.9.9,")))
                .isEqualTo("198.51.100.4");
        assertThat(proxies.client("10.1.2.3", List.of(" "))).isEqualTo("10.1.2.3");
    }

    @Test
    void withoutTrustedProxiesThePeerIsTheClient() {
        TrustedProxies none = new TrustedProxies(List.of());

        assertThat(none.client("10.1.2.3", List.of("198.51.100.4"))).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "proxy.example.com", "cafe", "::1/129", ""})
    void whatIsNoNetworkIsRefused(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }
}
