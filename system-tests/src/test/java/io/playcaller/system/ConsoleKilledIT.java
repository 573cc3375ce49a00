package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever is logged in stays so when the console is killed: its keys and its sessions are in its database. */
class ConsoleKilledIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    @Test
    void tokensVerifySessionsHoldAndThePageHearsAgain() throws Exception {
        try (ServiceProcess console = Installation.shared().issuingConsole()) {
            // Given
            console.awaitReady();
            String token = token(console);
            String cookie = session(console);
            JsonNode keys = keys(console);
            assertThat(hearsAPulse(console, cookie)).isTrue();

            // When
            console.kill();
            console.startAgain();
            console.awaitReady();

            // Then
            assertThat(keys(console)).isEqualTo(keys);
            assertThat(body(console, "/v1/users", "Authorization", "Bearer " + token))
                    .contains(Installation.ADMIN);
            assertThat(body(console, "/api/me", "Cookie", cookie)).contains(Installation.ADMIN);
            assertThat(hearsAPulse(console, cookie)).isTrue();
        }
    }

    private JsonNode keys(ServiceProcess console) throws Exception {
        return JSON.readTree(body(console, "/.well-known/jwks.json", "Accept", "application/json"));
    }

    private String token(ServiceProcess console) throws Exception {
        String credentials =
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(Installation.ADMIN, Installation.ADMIN_PASSWORD);
        HttpRequest request = to(console, "/v1/tokens")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials))
                .build();
        return http.send(request, BodyHandlers.ofString()).body().replaceFirst("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    }

    private String session(ServiceProcess console) throws Exception {
        String form =
                "email=%s&password=%s".formatted(encoded(Installation.ADMIN), encoded(Installation.ADMIN_PASSWORD));
        HttpRequest request = to(console, "/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private String body(ServiceProcess console, String path, String header, String value) throws Exception {
        HttpResponse<String> answer =
                http.send(to(console, path).header(header, value).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Whatever else is told first. */
    private boolean hearsAPulse(ServiceProcess console, String cookie) throws Exception {
        HttpResponse<InputStream> stream =
                http.send(to(console, "/api/live").header("Cookie", cookie).build(), BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(line -> line.startsWith("event:") && line.endsWith("pulse"));
        }
    }

    private static HttpRequest.Builder to(ServiceProcess console, String path) {
        return HttpRequest.newBuilder(URI.create(console.url() + path)).timeout(PATIENCE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
