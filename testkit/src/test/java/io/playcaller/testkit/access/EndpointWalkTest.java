package io.playcaller.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointWalkTest {

    private HttpServer server;
    private EndpointWalk walk;

    @BeforeEach
    void startService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/leads/none", exchange -> answer(exchange, leadsOnly(exchange), ""));
        server.createContext("/door", exchange -> answer(exchange, keyFor(exchange, "k-events"), ""));
        server.createContext("/open", exchange -> answer(exchange, 200, ""));
        server.createContext(
                "/gone", exchange -> answer(exchange, 404, "{\"type\":\"urn:playcaller:problem:not-found\"}"));
        server.createContext(
                "/q/openapi",
                exchange -> answer(exchange, 200, "{\"paths\":{\"/open\":{\"get\":{},\"summary\":\"x\",\"put\":{}}}}"));
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        walk = new EndpointWalk(
                address, parameter -> "none", Map.of("key:events", "k-events", "key:register", "k-register"));
    }

    @AfterEach
    void stopService() {
        server.stop(0);
    }

    @Test
    void aServiceThatDoesAsItsTableSaysHasNoDifferences() {
        assertThat(differences("GET,/leads/{id},lead")).isEmpty();
        assertThat(differences("POST,/open,public")).isEmpty();
    }

    @Test
    void aRoleTheServiceLetsInButTheTableDoesNotIsFound() {
        assertThat(differences("GET,/leads/{id},admin"))
                .containsExactly(
                        "GET /leads/{id} as lead: expected 403, got 200",
                        "GET /leads/{id} as admin: expected an answer, got 403");
    }

    @Test
    void anOpenDoorIsFoundForEverybody() {
        assertThat(differences("GET,/open,nobody"))
                .hasSize(9)
                .contains("GET /open without a token: expected 401, got 200")
                .contains("GET /open as admin: expected 401 or 403, got 200")
                .contains("GET /open as key:events: expected 403, got 200");
    }

    @Test
    void aKeyThatOpensMoreThanTheTableSaysIsFound() {
        assertThat(differences("POST,/door,key:events")).isEmpty();
        assertThat(differences("POST,/door,key:register"))
                .containsExactly(
                        "POST /door as key:events: expected 403, got 200",
                        "POST /door as key:register: expected an answer, got 403");
    }

    @Test
    void aLineThatTheServiceNoLongerHasIsFound() {
        assertThat(differences("GET,/gone,public"))
                .contains("GET /gone as lead: expected an answer, got 404: nothing answers there");
    }

    @Test
    void endpointsAreReadFromTheServicesDescription() {
        assertThat(walk.described()).containsExactly("GET /open", "PUT /open");
    }

    private List<String> differences(String line) {
        return walk.differences(Endpoint.table(List.of(line)).get(0));
    }

    private static int leadsOnly(HttpExchange exchange) {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        if (bearer == null) {
            return 401;
        }
        if (!bearer.startsWith("Bearer ")) {
            return 403;
        }
        String claims = new String(Base64.getUrlDecoder().decode(bearer.split("\\.")[1]), StandardCharsets.UTF_8);
        return claims.contains("\"lead\"") ? 200 : 403;
    }

    private static int keyFor(HttpExchange exchange, String right) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            return 401;
        }
        String pair =
                new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
        return pair.equals(right + ":") ? 200 : 403;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
