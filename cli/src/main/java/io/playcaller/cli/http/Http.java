package io.playcaller.cli.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends requests and waits for their answers. What the other side cannot take right now (429, 503, no connection) is sent
 * again after the pause that it asked for: everything this command sends may come twice.
 */
public final class Http {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 12;
    private static final String DATA = "data:";
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    public Answer get(String url, Map<String, String> headers) {
        return send("GET", url, headers, BodyPublishers.noBody());
    }

    public Answer post(String url, Map<String, String> headers, byte[] json) {
        return send("POST", url, headers, BodyPublishers.ofByteArray(json));
    }

    public Answer put(String url, Map<String, String> headers, byte[] json) {
        return send("PUT", url, headers, BodyPublishers.ofByteArray(json));
    }

    /**
     * Hands on each event of a stream, as JSON, until the other side ends it.
     *
     * @return empty when it was a stream; else why it was none
     */
    public Optional<Answer> follow(String url, Map<String, String> headers, Consumer<JsonNode> event) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("accept", "text/event-stream");
        headers.forEach(request::header);
        try {
            HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() / 100 != 2) {
                    return Optional.of(new Answer(response.statusCode(), json(body.readAllBytes())));
                }
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> line.startsWith(DATA))
                        .map(line -> json(line.substring(DATA.length()).getBytes(StandardCharsets.UTF_8)))
                        .forEach(event);
                return Optional.empty();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Refused("the stream of %s broke off (%s); see ./playcaller status".formatted(url, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
    }

    public Answer delete(String url, Map<String, String> headers) {
        return send("DELETE", url, headers, BodyPublishers.noBody());
    }

    private Answer send(String method, String url, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("accept", "application/json")
                .method(method, body);
        if (!headers.containsKey("content-type")) {
            request.header("content-type", "application/json");
        }
        headers.forEach(request::header);
        return send(request.build());
    }

    private Answer send(HttpRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
                if (!mayPass(response.statusCode()) || attempt == MOST_ATTEMPTS) {
                    return new Answer(response.statusCode(), json(response.body()));
                }
                pause(response.headers().firstValueAsLong("retry-after").orElse(0), attempt);
            } catch (IOException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw new Refused(
                            "%s does not answer (%s); see ./playcaller status".formatted(request.uri(), e), e);
                }
                pause(0, attempt);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refused("interrupted", e);
            }
        }
    }

    private static boolean mayPass(int status) {
        return status == TOO_MANY || status == UNAVAILABLE;
    }

    private static void pause(long askedSeconds, int attempt) {
        long growing = Math.min(LONGEST_PAUSE_MILLIS, 100L << Math.min(attempt - 1, 6));
        try {
            Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, Math.max(askedSeconds * 1_000, growing)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0
                    ? MissingNode.getInstance()
                    : WireJson.mapper().readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
