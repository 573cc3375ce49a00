package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
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
        String address;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "127.0.0.1:" + server.getLocalPort();
            assertThat(readiness.complaintAt(address)).isEmpty();
        }

        assertThat(readiness.complaintAt(address)).contains("nothing listens at " + address);
        assertThat(readiness.complaint("http://" + address)).contains("it does not answer");
    }
}
