package io.playcaller.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A tool on loopback that behaves as its vendor states, also on its bad days: the next requests are answered by the faults that
 * were asked for with {@link #next} or {@code PUT /faults}, one each; {@code PUT /down} and {@code PUT /up} make it answer nothing but
 * 503 in between. What a subclass answers is done before a {@link Fault#LOST}
 * answer is lost. {@code GET /kept} shows what it holds.
 */
public abstract class ToolDouble {

    /** What goes wrong with a request. */
    public enum Fault {
        NONE,
        /** 429: it was not done. */
        BUSY,
        /** 503: it was not done. */
        DOWN,
        /** It was done, and nobody hears of it. */
        LOST
    }

    /** What is answered. */
    protected record Reply(int status, String body) {}

    private final HttpServer server;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private boolean down;

    protected ToolDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.createContext("/faults", this::faults);
        server.createContext("/down", exchange -> isDown(exchange, true));
        server.createContext("/up", exchange -> isDown(exchange, false));
        server.createContext("/kept", exchange -> answer(exchange, new Reply(200, kept().toString())));
        server.start();
    }

    /** Does what a request asks for. Requests come one after the other. */
    protected abstract Reply reply(String method, String path, JsonNode body);

    /** All that it holds. */
    public abstract JsonNode kept();

    public final URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public final void stop() {
        server.stop(0);
    }

    /** What goes wrong with the next requests. */
    public final synchronized void next(Fault... some) {
        faults.addAll(List.of(some));
    }

    /** Nothing goes wrong any more. */
    public final synchronized void isWell() {
        faults.clear();
    }

    private synchronized void isDown(HttpExchange exchange, boolean now) throws IOException {
        down = now;
        answer(exchange, new Reply(204, ""));
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Fault fault = down ? Fault.DOWN : faults.isEmpty() ? Fault.NONE : faults.remove();
        if (fault == Fault.BUSY) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            answer(exchange, new Reply(429, ""));
            return;
        }
        if (fault == Fault.DOWN) {
            answer(exchange, new Reply(503, ""));
            return;
        }
        Reply reply =
                reply(exchange.getRequestMethod(), exchange.getRequestURI().toString(), json(body));
        answer(exchange, fault == Fault.LOST ? new Reply(503, "") : reply);
    }

    private void faults(HttpExchange exchange) throws IOException {
        String words = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String word : words.split(" ")) {
            next(Fault.valueOf(word));
        }
        answer(exchange, new Reply(204, ""));
    }

    private static JsonNode json(String body) throws IOException {
        return body.startsWith("{") ? WireJson.mapper().readTree(body) : MissingNode.getInstance();
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
