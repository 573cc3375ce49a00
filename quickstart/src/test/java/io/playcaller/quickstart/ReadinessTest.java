package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void aServiceThatIsNotReadySaysWhichCheckFailsAndWhy() {
        assertThat(Readiness.failedChecks("""
                        {"status": "DOWN", "checks": [
                          {"name": "Database connections health check", "status": "UP"},
                          {"name": "topics", "status": "DOWN", "data": {"difference-1": "signals has 1 partition"}},
                          {"name": "channels", "status": "DOWN", "data": {"tasks": "[OK]", "signals": "[KO]"}}]}
                        """)).isEqualTo("topics: signals has 1 partition; channels: [KO]");
    }

    @Test
    void whatDoesNotListenIsNamedWithItsAddress() throws Exception {
        Readiness readiness = new Readiness();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, loopback);
                Socket silent = new Socket()) {
            // It has its port, so that nobody else listens there.
            silent.bind(new InetSocketAddress(loopback, 0));
            String address = "127.0.0.1:" + silent.getLocalPort();

            assertThat(readiness.complaintAt("127.0.0.1:" + server.getLocalPort()))
                    .isEmpty();
            assertThat(readiness.complaintAt(address)).contains("nothing listens at " + address);
            assertThat(readiness.complaint("http://" + address)).contains("it does not answer");
        }
    }
}
