package io.playcaller.cli.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.rebuild.RebuildDoor.Ask;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Secrets;
import io.playcaller.quickstart.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command asks health-service for. */
class RebuildDoorTest {

    @TempDir
    Path directory;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/v1/tokens", exchange -> answer(exchange, 200, "{\"token\":\"t\"}"));
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aRunIsAskedForAsTheServiceReadsIt() {
        RebuildDoor door = door();

        door.begin(new Ask("audit", true, true, List.of("log-cut")));
        door.differences("other-facts", 50);
        door.differences(null, 7);
        door.abandon();

        assertThat(asked)
                .containsExactly(
                        "POST /v1/rebuild {\"reason\":\"audit\",\"goOn\":true,\"switchOver\":true,\"accept\":[\"log-cut\"]}",
                        "GET /v1/rebuild/differences?limit=50&reason=other-facts",
                        "GET /v1/rebuild/differences?limit=7",
                        "DELETE /v1/rebuild");
    }

    @Test
    void whatTheServiceRefusesIsToldInItsWords() {
        status = 409;
        answer = "{\"type\":\"urn:playcaller:problem:rebuild.runs\",\"detail\":\"a rebuild runs already\"}";
        RebuildDoor door = door();

        assertThatThrownBy(() -> door.begin(new Ask("audit", false, false, List.of())))
                .isInstanceOf(Refused.class)
                .hasMessage("health-service answers 409: a rebuild runs already");
    }

    private RebuildDoor door() {
        int port = server.getAddress().getPort();
        return RebuildDoor.of(new Installation(
                new Home(directory),
                Settings.defaults().with("health-service", port).with("console", port),
                new Secrets(Map.of(), "a@b.c", "x")));
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (body.isEmpty() ? "" : " " + body));
        answer(exchange, status, answer);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
