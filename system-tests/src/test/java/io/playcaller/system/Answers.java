package io.playcaller.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.playcaller.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the services answer to somebody who may ask. */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonHttp http = new JsonHttp();

    /** All items of a list, page after page. */
    List<JsonNode> all(ServiceProcess service, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = get(service, path + cursor);
            page.path("items").forEach(items::add);
            if (!page.hasNonNull("next")) {
                return items;
            }
            cursor = "&cursor=" + page.path("next").asText();
        }
    }

    JsonNode get(ServiceProcess service, String path) {
        return http.ask(request(service, path).GET().build());
    }

    void put(ServiceProcess service, String path, Map<String, Object> body) {
        try {
            http.ask(request(service, path)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.Builder request(ServiceProcess service, String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + path))
                .timeout(PATIENCE)
                .header("Authorization", TestTokens.bearer("ops@playcaller.test", "ops"));
    }
}
