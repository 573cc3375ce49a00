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
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Calls a running service as everybody, and says where its answers differ from the table. */
final class EndpointWalk {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** Whoever is let in may listen to a stream that says nothing: silence is an answer, too. */
    private static final Duration SILENT_FOR = Duration.ofSeconds(3);

    /** Whoever is not let in is told so, however slow the machine. */
    private static final Duration REFUSED_WITHIN = Duration.ofSeconds(60);

    private static final String NOWHERE = "urn:playcaller:problem:not-found";

    private final URI address;
    private final UnaryOperator<String> parameters;
    private final Map<String, String> writeKeys;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param writeKeys by {@code key:…}, of a service that has such keys */
    EndpointWalk(URI address, UnaryOperator<String> parameters, Map<String, String> writeKeys) {
        this.address = address;
        this.parameters = parameters;
        this.writeKeys = writeKeys;
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

    /** Every answer that is not what the table says, as a sentence. All call at once: a silent stream takes its limit once. */
    List<String> differences(Endpoint endpoint) {
        List<CompletableFuture<Optional<String>>> found = callers()
                .map(caller -> CompletableFuture.supplyAsync(() -> unexpected(endpoint, caller), EndpointWalk::walk))
                .toList();
        return found.stream().flatMap(difference -> difference.join().stream()).toList();
    }

    private static void walk(Runnable call) {
        Thread walker = new Thread(call, "endpoint-walk");
        walker.setDaemon(true);
        walker.start();
    }

    private Stream<Caller> callers() {
        Stream<Caller> people = Endpoint.ROLES.stream()
                .map(role -> new Caller(role, TestTokens.bearer("walker@playcaller.test", role)));
        Stream<Caller> keys = new TreeMap<>(writeKeys)
                .entrySet().stream().map(key -> new Caller(key.getKey(), basic(key.getValue())));
        return Stream.concat(Stream.of(Caller.ANYBODY), Stream.concat(people, keys));
    }

    private static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> unexpected(Endpoint endpoint, Caller caller) {
        Answer answer = call(endpoint, caller);
        String expected = expected(endpoint, caller);
        boolean right = switch (expected) {
            case "an answer" -> answer.status() != 401 && answer.status() != 403 && !answer.nowhere();
            case "401 or 403" -> answer.status() == 401 || answer.status() == 403;
            default -> expected.equals(Integer.toString(answer.status()));
        };
        return right
                ? Optional.empty()
                : Optional.of(endpoint.name() + " " + caller + ": expected " + expected + ", got " + answer);
    }

    private static String expected(Endpoint endpoint, Caller caller) {
        if (endpoint.allows(caller.name())) {
            return "an answer";
        }
        if (caller.equals(Caller.ANYBODY) || endpoint.isSigned()) {
            return "401";
        }
        return endpoint.takesTokens() || Endpoint.KEYS.contains(caller.name()) ? "403" : "401 or 403";
    }

    private Answer call(Endpoint endpoint, Caller caller) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(filled(endpoint.path())))
                .timeout(endpoint.allows(caller.name()) ? SILENT_FOR : REFUSED_WITHIN)
                .method(endpoint.method(), body(endpoint));
        if (!caller.equals(Caller.ANYBODY)) {
            request.header("Authorization", caller.authorization());
        }
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

    /**
     * Somebody who asks.
     *
     * @param name a role, or {@code key:…}
     * @param authorization the header
     */
    private record Caller(String name, String authorization) {

        static final Caller ANYBODY = new Caller("", "");

        @Override
        public String toString() {
            return equals(ANYBODY) ? "without a token" : "as " + name;
        }
    }

    /** A stream that has nothing to say yet answers with status 0: it was let in. */
    private record Answer(int status, boolean nowhere) {

        @Override
        public String toString() {
            return nowhere ? status + ": nothing answers there" : Integer.toString(status);
        }
    }
}
