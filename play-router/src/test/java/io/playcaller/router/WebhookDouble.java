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
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A tool that takes webhooks. {@code POST /hook} is kept and answered with the next scripted status, else 200; {@code PUT
 * /script} takes statuses; {@code GET /received} answers all that came.
 */
final class WebhookDouble {

    private final HttpServer server;
    private final ArrayNode received = WireJson.mapper().createArrayNode();
    private final Deque<Integer> script = new ConcurrentLinkedDeque<>();

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
        Integer status = script.poll();
        ObjectNode one = received.addObject();
        one.put("status", status == null ? 200 : status);
        exchange.getRequestHeaders().forEach((name, values) -> one.put(name.toLowerCase(), values.get(0)));
        one.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, status == null ? 200 : status, "");
    }

    private void script(HttpExchange exchange) throws IOException {
        String statuses = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String status : statuses.trim().split("\\s+", -1)) {
            script.add(Integer.parseInt(status));
        }
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
