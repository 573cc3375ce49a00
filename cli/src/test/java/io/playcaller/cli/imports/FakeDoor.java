package io.playcaller.cli.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.playcaller.cli.http.Loopback;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Answers as the doors do: counts each fact once, gives records versions, refuses a use of nothing. */
final class FakeDoor implements AutoCloseable {

    final Map<String, JsonNode> records = new ConcurrentHashMap<>();
    final Map<String, JsonNode> facts = new ConcurrentHashMap<>();
    final Set<String> runs = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final HttpServer server;

    FakeDoor() throws IOException {
        server = Loopback.server();
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode body = WireJson.mapper().readTree(exchange.getRequestBody());
        String path = exchange.getRequestURI().getPath();
        String run = exchange.getRequestHeaders().getFirst("Playcaller-Backfill");
        if (run != null) {
            runs.add(run);
        }
        ObjectNode answer = switch (exchange.getRequestMethod()) {
            case "PUT" -> put(path, body);
            default ->
                path.equals("/v1/events") ? take(body) : WireJson.mapper().createObjectNode();
        };
        byte[] bytes = WireJson.write(answer);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ObjectNode put(String path, JsonNode body) {
        JsonNode before = records.put(path, body);
        if (!body.equals(before)) {
            versions.merge(path, 1L, Long::sum);
        }
        return WireJson.mapper().createObjectNode().put("version", versions.get(path));
    }

    private ObjectNode take(JsonNode batch) {
        ObjectNode answer = WireJson.mapper().createObjectNode();
        var refused = answer.putArray("refused");
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < batch.size(); i++) {
            JsonNode event = batch.get(i);
            if (event.path("data").has("quantity")
                    && event.path("data").path("quantity").asInt() < 1) {
                refused.addObject()
                        .put("index", i)
                        .putObject("problem")
                        .put("type", "urn:playcaller:problem:field.invalid")
                        .put("detail", "/quantity must be 1 or more")
                        .put("field", "/quantity");
            } else if (facts.put(event.path("id").asText(), event) != null) {
                twice.add(event.path("id").asText());
            }
        }
        return answer.put("accepted", batch.size() - refused.size() - twice.size())
                .put("duplicates", twice.size());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
