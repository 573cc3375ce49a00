package io.playcaller.testkit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.playcaller.testkit.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Calls a running service as everybody, and says where its answers differ from the table. */
final class EndpointWalk {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final String NOWHERE = "urn:playcaller:problem:not-found";

    private final URI address;
    private final UnaryOperator<String> parameters;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    EndpointWalk(URI address, UnaryOperator<String> parameters) {
        this.address = address;
        this.parameters = parameters;
    }

    /** The endpoints that the service describes in its OpenAPI document. */
    Set<String> described() {
        try {
            HttpRequest asked = HttpRequest.newBuilder(address.resolve("/q/openapi?format=json"))
                    .build();
            JsonNode document = new ObjectMapper()
                    .readTree(client.send(asked, BodyHandlers.ofString()).body());
            Set<String> endpoints = new TreeSet<>();
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                        if (METHODS.contains(method.toUpperCase(Locale.ROOT))) {
                            endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                        }
                    }));
            return endpoints;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Every answer that is not what the table says, as a sentence. */
    List<String> differences(Endpoint endpoint) {
        List<String> found = new ArrayList<>();
        unexpected(endpoint, Optional.empty()).ifPresent(found::add);
        for (String role : Endpoint.ALL_ROLES) {
            unexpected(endpoint, Optional.of(role)).ifPresent(found::add);
        }
        return found;
    }

    private Optional<String> unexpected(Endpoint endpoint, Optional<String> role) {
        Answer answer = call(endpoint, role);
        String expected = expected(endpoint, role);
        boolean right = switch (expected) {
            case "an answer" -> answer.status() != 401 && answer.status() != 403 && !answer.nowhere();
            case "401 or 403" -> answer.status() == 401 || answer.status() == 403;
            default -> expected.equals(Integer.toString(answer.status()));
        };
        String caller = role.map(name -> "as " + name).orElse("without a token");
        return right
                ? Optional.empty()
                : Optional.of(endpoint.name() + " " + caller + ": expected " + expected + ", got " + answer);
    }

    private static String expected(Endpoint endpoint, Optional<String> role) {
        if (endpoint.access() == Endpoint.Access.PUBLIC
                || role.filter(endpoint::allows).isPresent()) {
            return "an answer";
        }
        if (role.isEmpty()) {
            return "401";
        }
        return endpoint.access() == Endpoint.Access.KEY ? "401 or 403" : "403";
    }

    private Answer call(Endpoint endpoint, Optional<String> role) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(filled(endpoint.path())))
                .timeout(LIMIT)
                .method(endpoint.method(), body(endpoint));
        role.ifPresent(name -> request.header("Authorization", TestTokens.bearer("walker@playcaller.test", name)));
        if (hasBody(endpoint)) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                boolean nowhere = response.statusCode() == 405 || (response.statusCode() == 404 && saysNowhere(body));
                return new Answer(response.statusCode(), nowhere);
            }
        } catch (HttpTimeoutException e) {
            return new Answer(0, false);
        } catch (IOException e) {
            throw new UncheckedIOException(endpoint.name(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean saysNowhere(InputStream body) throws IOException {
        return new String(body.readNBytes(500), StandardCharsets.UTF_8).contains(NOWHERE);
    }

    private String filled(String path) {
        StringBuilder filled = new StringBuilder();
        for (String part : path.split("(?=\\{)|(?<=\\})", -1)) {
            boolean parameter = part.startsWith("{");
            filled.append(parameter ? parameters.apply(part.substring(1, part.length() - 1)) : part);
        }
        return filled.toString();
    }

    private static boolean hasBody(Endpoint endpoint) {
        return !endpoint.method().equals("GET") && !endpoint.method().equals("DELETE");
    }

    private static HttpRequest.BodyPublisher body(Endpoint endpoint) {
        return hasBody(endpoint) ? BodyPublishers.ofString("{}") : BodyPublishers.noBody();
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }

    /** A stream that has nothing to say yet answers with status 0: it was let in. */
    private record Answer(int status, boolean nowhere) {

        @Override
        public String toString() {
            return nowhere ? status + ": nothing answers there" : Integer.toString(status);
        }
    }
}
