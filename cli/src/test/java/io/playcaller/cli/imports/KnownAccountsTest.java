package io.playcaller.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Loopback;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Secrets;
import io.playcaller.quickstart.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownAccountsTest {

    @TempDir
    Path directory;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int tokens;
    private String expired = "";
    private int status = 200;

    @BeforeEach
    void open() throws IOException {
        server = Loopback.server();
        server.createContext(
                "/v1/tokens", exchange -> Loopback.answer(exchange, 200, "{\"token\":\"t-%d\"}".formatted(++tokens)));
        server.createContext("/v1/accounts/", this::account);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void account(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getRawPath());
        boolean renewed =
                !("Bearer " + expired).equals(exchange.getRequestHeaders().getFirst("authorization"));
        Loopback.answer(exchange, renewed ? status : 401, "{\"detail\":\"an incident\"}");
    }

    private KnownAccounts register() {
        int port = server.getAddress().getPort();
        Installation installation = new Installation(
                new Home(directory),
                Settings.defaults().with("usage-ingest", port).with("console", port),
                new Secrets(Map.of(), "a@b.c", "x"));
        return new KnownAccounts(installation, new Http());
    }

    @Test
    void anAccountIsAskedForOnce() {
        KnownAccounts register = register();

        assertThat(register.test("a1")).isTrue();
        assertThat(register.test("a1")).isTrue();
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatTheRegisterDoesNotFindIsUnknown() {
        status = 404;

        assertThat(register().test("a1")).isFalse();
    }

    @Test
    void anIdIsAskedForWhateverItsCharacters() {
        register().test("north & south/7");

        assertThat(asked).containsExactly("/v1/accounts/north%20%26%20south%2F7");
    }

    @Test
    void aTokenThatRanOutIsRenewed() {
        KnownAccounts register = register();
        register.test("a1");
        expired = "t-1";

        assertThat(register.test("a2")).isTrue();
        assertThat(tokens).isEqualTo(2);
    }

    @Test
    void anIncidentIsNoAnswerAndEndsTheImport() {
        status = 500;

        assertThatThrownBy(() -> register().test("a1"))
                .isInstanceOf(Refused.class)
                .hasMessage("usage-ingest answers 500 when asked for account a1: an incident; see ./playcaller logs"
                        + " usage-ingest");
    }
}
