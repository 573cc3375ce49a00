package io.playcaller.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Slack as its documentation states it, as far as the connector goes: finds people by e-mail address, takes one message a second
 * in a channel and answers 429 beyond, knows no message twice, changes messages by their {@code ts}, keeps metadata. Everybody of
 * example.com has an account but eve. {@code PUT /script} takes a word and what becomes of the next message that holds it:
 * {@code lost}, which is taken while the connection ends without an answer, or an error. {@code GET /messages} answers all messages as they stand,
 * {@code GET /replies} what came to response addresses.
 */
final class SlackDouble {

    static final String TOKEN = "xoxb-of-the-double";
    private static final String LOST = "lost";
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final HttpServer server;
    private final ArrayNode messages = WireJson.mapper().createArrayNode();
    private final ArrayNode replies = WireJson.mapper().createArrayNode();
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final Map<String, Long> lastOfChannel = new HashMap<>();
    private int sequence;

    SlackDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/", this::call);
        server.createContext("/response", exchange -> {
            replies.add(WireJson.mapper().readTree(exchange.getRequestBody()));
            answer(exchange, 200, "ok");
        });
        server.createContext("/script", exchange -> {
            String[] line = text(exchange).split(" ", 2);
            script.put(line[0], line[1]);
            answer(exchange, 200, "{}");
        });
        server.createContext("/messages", exchange -> answer(exchange, 200, snapshot(messages)));
        server.createContext("/replies", exchange -> answer(exchange, 200, snapshot(replies)));
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private synchronized String snapshot(ArrayNode nodes) {
        return nodes.toString();
    }

    private synchronized void call(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 200, error("invalid_auth"));
            return;
        }
        switch (method) {
            case "users.lookupByEmail" ->
                answer(exchange, 200, lookup(query(exchange).get("email")));
            case "conversations.open" ->
                answer(
                        exchange,
                        200,
                        "{\"ok\":true,\"channel\":{\"id\":\"D"
                                + body(exchange).get("users").asText() + "\"}}");
            case "chat.postMessage" -> post(exchange, (ObjectNode) body(exchange));
            case "chat.update" -> answer(exchange, 200, update(body(exchange)));
            case "conversations.history", "conversations.replies" -> answer(exchange, 200, history(query(exchange)));
            default -> answer(exchange, 200, error("unknown_method"));
        }
    }

    private static String lookup(String email) {
        return email.endsWith("@example.com") && !email.startsWith("eve")
                ? "{\"ok\":true,\"user\":{\"id\":\"U-" + email.substring(0, email.indexOf('@')) + "\"}}"
                : error("users_not_found");
    }

    private void post(HttpExchange exchange, ObjectNode message) throws IOException {
        String channel = message.get("channel").asText();
        long now = System.nanoTime();
        Long last = lastOfChannel.get(channel);
        if (last != null && now - last < EVERY.toNanos() * 9 / 10) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            answer(exchange, 429, error("ratelimited"));
            return;
        }
        String scripted = scripted(message);
        if (!scripted.isEmpty() && !scripted.equals(LOST)) {
            answer(exchange, 200, error(scripted));
            return;
        }
        lastOfChannel.put(channel, now);
        sequence++;
        String ts = "1700000000." + (100_000 + sequence);
        messages.add(message.put("ts", ts).put("updates", 0));
        if (scripted.equals(LOST)) {
            exchange.close();
        } else {
            answer(exchange, 200, "{\"ok\":true,\"channel\":\"" + channel + "\",\"ts\":\"" + ts + "\"}");
        }
    }

    private String scripted(JsonNode message) {
        String text = message.toString();
        return script.keySet().stream()
                .filter(text::contains)
                .findFirst()
                .map(script::remove)
                .orElse("");
    }

    private String update(JsonNode change) {
        for (JsonNode message : messages) {
            if (message.get("ts").equals(change.get("ts"))) {
                ObjectNode changed = (ObjectNode) message;
                changed.set("text", change.get("text"));
                changed.set("blocks", change.get("blocks"));
                changed.put("updates", changed.get("updates").asInt() + 1);
                return "{\"ok\":true}";
            }
        }
        return error("message_not_found");
    }

    private String history(Map<String, String> asked) {
        ArrayNode found = WireJson.mapper().createArrayNode();
        for (JsonNode message : messages) {
            String thread = message.path("thread_ts").asText(message.get("ts").asText());
            boolean belongs = !asked.containsKey("ts") || thread.equals(asked.get("ts"));
            if (message.get("channel").asText().equals(asked.get("channel")) && belongs) {
                found.add(message);
            }
        }
        return "{\"ok\":true,\"messages\":" + found + "}";
    }

    private static String error(String word) {
        return "{\"ok\":false,\"error\":\"" + word + "\"}";
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        return WireJson.mapper().readTree(exchange.getRequestBody());
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
