package io.playcaller.router;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tool that takes webhooks. {@code POST /hook} is kept and answered with 200, or with the status that was scripted for
 * the next message that holds a word; {@code PUT /script} takes {@code word status}; {@code GET /received} answers all
 * that came.
 */
final class WebhookDouble {

    /** A status that stands for no answer at all. */
    static final int SILENCE = 0;

    private final HttpServer server;
    private final ArrayNode received = WireJson.mapper().createArrayNode();
    private final Map<String, Integer> script = new ConcurrentHashMap<>();

    WebhookDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/hook", this::hook);
        server.createContext("/script", this::script);
        server.createContext(
                "/received",
                exchange -> answer(exchange, 200, received.deepCopy().toString()));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private synchronized void hook(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Integer status = script.keySet().stream()
                .filter(body::contains)
                .findFirst()
                .map(script::remove)
                .orElse(200);
        ObjectNode one = received.addObject();
        one.put("status", status);
        exchange.getRequestHeaders().forEach((name, values) -> one.put(name.toLowerCase(), values.get(0)));
        one.put("body", body);
        if (status != SILENCE) {
            answer(exchange, status, "");
        }
    }

    private void script(HttpExchange exchange) throws IOException {
        String[] line = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split(" ", 2);
        script.put(line[0], Integer.parseInt(line[1]));
        answer(exchange, 204, "");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
