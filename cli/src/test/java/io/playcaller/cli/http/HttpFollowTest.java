package io.playcaller.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.playcaller.cli.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpFollowTest {

    private final List<JsonNode> heard = new ArrayList<>();
    private final HttpServer server;

    HttpFollowTest() throws IOException {
        server = Loopback.server();
        server.createContext(
                "/stream",
                exchange -> Loopback.answer(exchange, 200, "data:{\"n\":1}\n\n: pause\n\ndata: {\"n\":2}\n\n"));
        server.createContext(
                "/none", exchange -> Loopback.answer(exchange, 404, "{\"detail\":\"there is no source x\"}"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void eachEventOfTheStreamIsHandedOnUntilItsEnd() {
        Optional<Answer> answer = new Http().follow(url("/stream"), Map.of("authorization", "Bearer t"), heard::add);

        assertThat(answer).isEmpty();
        assertThat(heard).extracting(event -> event.path("n").asInt()).containsExactly(1, 2);
    }

    @Test
    void whatIsNoStreamSaysWhy() {
        Optional<Answer> answer = new Http().follow(url("/none"), Map.of(), heard::add);

        assertThat(answer).hasValueSatisfying(no -> {
            assertThat(no.status()).isEqualTo(404);
            assertThat(no.detail()).isEqualTo("there is no source x");
        });
        assertThat(heard).isEmpty();
    }

    @Test
    void nobodyThereIsRefused() throws IOException {
        try (Socket silent = new Socket()) {
            // It has its port, so that nobody else listens there.
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String nobody = "http://127.0.0.1:%d/stream".formatted(silent.getLocalPort());

            assertThatThrownBy(() -> new Http().follow(nobody, Map.of(), heard::add))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("broke off");
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
