package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {

    private final TargetGuard closed = new TargetGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {"http://tool.example", "tool.example", "ftp://tool.example", "http://localhost:1", "http:///x"})
    void whereOthersCouldReadAlongNothingIsSent(String address) {
        assertThatThrownBy(() -> closed.requirePrivate("jira.url", URI.create(address), "or allow its host"))
                .hasMessage("jira.url must begin with https://; or allow its host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tool.example",
                "http://localhost:1/x",
                "http://127.0.0.1",
                "http://[::1]:8",
                "http://in.house"
            })
    void whatIsAllowedMayBeReachedPlainly(String address) {
        TargetGuard open = new TargetGuard(List.of("127.0.0.0/8", "::1/128", "in.house"));

        assertThatCode(() -> open.requirePrivate("jira.url", URI.create(address), "or allow its host"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "198.18.0.1",
                "fc00::1",
                "fe80::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1"
            })
    void whatIsNotPublicIsNotReached(String address) throws UnknownHostException {
        assertThat(closed.reachable("tool.example", List.of(InetAddress.getByName(address))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"})
    void whatIsPublicIsReached(String address) throws UnknownHostException {
        assertThat(closed.reachable("tool.example", List.of(InetAddress.getByName(address))))
                .contains(InetAddress.getByName(address));
    }

    @Test
    void aPrivateAddressIsPassedOverForAPublicOne() throws UnknownHostException {
        InetAddress inside = InetAddress.getByName("10.0.0.1");
        InetAddress outside = InetAddress.getByName("8.8.8.8");

        assertThat(closed.reachable("tool.example", List.of(inside, outside))).contains(outside);
    }

    @Test
    void theAllowListOpensNetworksAndHosts() throws UnknownHostException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        InetAddress inside = InetAddress.getByName("10.0.0.1");
        TargetGuard open = new TargetGuard(List.of("127.0.0.0/8", "crm.internal"));

        assertThat(open.reachable("localhost", List.of(loopback))).contains(loopback);
        assertThat(open.reachable("crm.internal", List.of(inside))).contains(inside);
        assertThat(open.reachable("other.internal", List.of(inside))).isEmpty();
    }
}
