package io.playcaller.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.playcaller.cli.http.Loopback;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Secrets;
import io.playcaller.quickstart.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where a service would, and the console that gives tokens for it: notes what it is asked and answers as it is told. */
public final class FakeService implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "{}";

    public FakeService() throws IOException {
        server = Loopback.server();
        server.createContext("/v1/tokens", exchange -> Loopback.answer(exchange, 200, "{\"token\":\"t\"}"));
        server.createContext("/", this::take);
        server.start();
    }

    /** What it answers from now on. */
    public void answers(int newStatus, String json) {
        status = newStatus;
        answer = json;
    }

    /** Method, address, the version that is asked for, and body. */
    public List<String> asked() {
        return asked;
    }

    /** Where it is the service of that name. */
    public Installation installation(Path directory, String service) {
        int port = server.getAddress().getPort();
        return new Installation(
                new Home(directory),
                Settings.defaults().with(service, port).with("console", port),
                new Secrets(Map.of(), "a@b.c", "x"));
    }

    private void take(HttpExchange exchange) throws IOException {
        String seen = exchange.getRequestHeaders().getFirst("If-Match");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (seen == null ? "" : " at " + seen)
                + (body.isEmpty() ? "" : " " + body));
        Loopback.answer(exchange, status, answer);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
