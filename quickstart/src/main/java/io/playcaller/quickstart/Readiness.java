package io.playcaller.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks parts whether they are ready. */
public final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String FINE = "[OK]";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Why a service is not ready, in its own words; empty when it is. */
    public Optional<String> complaint(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.empty() : Optional.of(failedChecks(answer.body()));
        } catch (IOException e) {
            return Optional.of("it does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("it was not asked to the end");
        }
    }

    /** Why a server takes no clients; empty when it does. */
    public Optional<String> complaintAt(String address) {
        URI at = URI.create("tcp://" + address);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(at.getHost(), at.getPort()), (int) PATIENCE.toMillis());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("nothing listens at " + address);
        }
    }

    /** Of a health document: the checks that are down, each with what it says. */
    static String failedChecks(String document) {
        try {
            List<String> failed = new ArrayList<>();
            for (JsonNode check : WireJson.mapper().readTree(document).path("checks")) {
                if (check.path("status").asText().equals("DOWN")) {
                    failed.add(words(check));
                }
            }
            return failed.isEmpty() ? "it is down" : String.join("; ", failed);
        } catch (JsonProcessingException e) {
            return "it answers what is no health document";
        }
    }

    private static String words(JsonNode check) {
        List<String> data = new ArrayList<>();
        check.path("data").forEach(value -> {
            if (!value.asText().startsWith(FINE)) {
                data.add(value.asText());
            }
        });
        String name = check.path("name").asText();
        return data.isEmpty() ? name : name + ": " + String.join(", ", data);
    }
}
