package io.playcaller.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Secrets;
import io.playcaller.quickstart.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands ask a service for. */
class IdentityDoorsTest {

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

    private void take(HttpExchange exchange) throws IOException {
        String seen = exchange.getRequestHeaders().getFirst("If-Match");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (seen == null ? "" : " at " + seen)
                + (body.isEmpty() ? "" : " " + body));
        answer(exchange, status, answer);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private IdentityDoors doors() {
        int port = server.getAddress().getPort();
        return IdentityDoors.of(new Installation(
                new Home(directory),
                Settings.defaults().with("usage-ingest", port).with("console", port),
                new Secrets(Map.of(), "a@b.c", "x")));
    }

    @Test
    void aPreviewIsAskedForWhereAMergeIsMade() {
        IdentityDoors doors = doors();

        doors.preview("a/1", "b");
        doors.undo("a/1");

        assertThat(asked)
                .containsExactly(
                        "PUT /v1/accounts/a%2F1/merge?preview=true {\"into\":\"b\"}",
                        "DELETE /v1/accounts/a%2F1/merge");
    }

    @Test
    void aClaimReplacesTheVersionThatWasRead() {
        answer = """
                {"domain":"acme.example","accountId":"acme","version":5,"from":"2026-01-01","later":1}""";
        DomainRecord claim = new DomainRecord("acme.example", "acme", 4, LocalDate.parse("2026-01-01"), null);

        assertThat(doors().put(claim)).isEqualTo(claim.withVersion(5));

        assertThat(asked).singleElement().asString().startsWith("PUT /v1/domains/acme.example at 4 {");
    }

    @Test
    void aDomainThatNobodyClaimedIsNoFaultAndAnythingElseIs() {
        status = 404;
        assertThat(doors().domain("acme.example")).isEmpty();

        status = 409;
        answer = "{\"detail\":\"globex claims it\"}";
        DomainRecord claim = new DomainRecord("acme.example", "acme", 0, LocalDate.parse("2026-01-01"), null);
        assertThatThrownBy(() -> doors().put(claim))
                .isInstanceOf(Refused.class)
                .hasMessage("usage-ingest answers 409: globex claims it");
    }

    @Test
    void whatWaitsIsAskedForPageByPage() {
        doors().held("web", 500, null);
        doors().held(null, 50, "c");

        assertThat(asked).containsExactly("GET /v1/held?limit=500&source=web", "GET /v1/held?limit=50&cursor=c");
    }
}
