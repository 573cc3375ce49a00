package io.playcaller.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for JSON. Who is not heard, or told to come again (503), asks again, as clients do: what it asks for may be said twice. Any
 * other answer but 200 fails the test.
 */
final class JsonHttp {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int COME_AGAIN = 503;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    JsonNode ask(HttpRequest request) {
        return await("an answer to " + request.uri())
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> answer(request), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> answer(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == COME_AGAIN) {
                return Optional.empty();
            }
            if (answer.statusCode() != 200) {
                throw new AssertionError(request.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return Optional.of(json.readTree(answer.body()));
        } catch (IOException notHeard) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
