package io.playcaller.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "console"))
@WithTestResource(TrialServices.class)
class RelayComponentTest {

    private static final String HEALTH_TOLD = "data:{\"from\":\"/v1/health/stream\"}";
    private static final String TASK_TOLD = "data:{\"from\":\"/v1/tasks/stream\"}";

    private static final String URL = ConfigProvider.getConfig().getValue("test.url", String.class);

    @Test
    void aSessionAsksServicesWithATokenOfItsUser() {
        Response answer = given().cookie("playcaller_session", session())
                .urlEncodingEnabled(false)
                .get("/api/health/v1/accounts/a%20b/health?limit=3&sort=-arr");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("uri")).isEqualTo("/v1/accounts/a%20b/health?limit=3&sort=-arr");
        assertThat(answer.jsonPath().getString("bearer")).startsWith("Bearer ey");
    }

    @Test
    void aTokenOfTheCallersOwnGoesAlongAsItIs() {
        String bearer = TestTokens.bearer("s-1", "csm");

        assertThat(given().header("Authorization", bearer)
                        .get("/api/router/v1/tasks")
                        .jsonPath()
                        .getString("bearer"))
                .isEqualTo(bearer);
    }

    @Test
    void anAcknowledgementGoesThroughAndARefusalComesBackAsItIs() {
        Response done = acknowledge("t-1", URL);
        Response refused = acknowledge("refused", URL);

        assertThat(done.jsonPath().getString("method")).isEqualTo("POST");
        assertThat(done.jsonPath().getString("told")).isEqualTo("{'note':'x'}");
        assertThat(done.jsonPath().getString("key")).isEqualTo("key-1");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(acknowledge("t-1", "https://evil.test").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsTakenBackGoesThroughFromThePageAlone() {
        Response done = withdraw("s-1", URL);

        assertThat(done.jsonPath().getString("method")).isEqualTo("DELETE");
        assertThat(done.jsonPath().getString("uri")).isEqualTo("/v1/silences/s-1");
        assertThat(done.jsonPath().getString("told")).isEmpty();
        assertThat(withdraw("s-1", "https://evil.test").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsSetGoesThroughFromThePageAlone() {
        Response unheard = target(URL);

        assertThat(unheard.statusCode()).isEqualTo(503);
        assertThat(unheard.jsonPath().getString("detail")).isEqualTo("forecast does not answer");
        assertThat(target("https://evil.test").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsNotOnTheListIsAnsweredHere() {
        String session = session();

        assertThat(List.of(
                        "/api/health/v1/checkpoints",
                        "/api/router/v1/accounts",
                        "/api/nowhere/v1/tasks",
                        "/api/health/v1/accounts/%2e%2e/health",
                        "/api/health/q/metrics"))
                .allSatisfy(path -> assertThat(given().cookie("playcaller_session", session)
                                .urlEncodingEnabled(false)
                                .get(path)
                                .statusCode())
                        .isEqualTo(404));
    }

    @Test
    void aServiceThatIsAwayIsSaidToBe() {
        Response answer = given().cookie("playcaller_session", session()).get("/api/forecast/v1/portfolio");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("detail")).isEqualTo("forecast does not answer");
    }

    @Test
    void thePageHearsOfTasksAndHealthInOneStreamUntilItStopsListening() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(URL + "/api/live"))
                .header("Cookie", "playcaller_session=" + session())
                .timeout(Duration.ofSeconds(60))
                .build();
        HttpResponse<java.io.InputStream> stream =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());

        int goneBefore = TrialServices.gone();
        List<String> seen = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            while (!seen.containsAll(List.of("event:pulse", HEALTH_TOLD, TASK_TOLD))) {
                seen.add(lines.readLine().replace(": ", ":"));
            }
        }

        assertThat(seen).containsSubsequence("event:task", TASK_TOLD).containsSubsequence("event:health", HEALTH_TOLD);
        await().atMost(Duration.ofSeconds(60)).until(() -> TrialServices.gone() >= goneBefore + 2);
    }

    private static Response acknowledge(String task, String origin) {
        return given().cookie("playcaller_session", session())
                .header("Origin", origin)
                .header("Idempotency-Key", "key-1")
                .contentType(ContentType.JSON)
                .body("{\"note\":\"x\"}")
                .post("/api/router/v1/tasks/" + task + "/acknowledge");
    }

    private static Response withdraw(String silence, String origin) {
        return given().cookie("playcaller_session", session())
                .header("Origin", origin)
                .delete("/api/router/v1/silences/" + silence);
    }

    private static Response target(String origin) {
        return given().cookie("playcaller_session", session())
                .header("Origin", origin)
                .contentType(ContentType.JSON)
                .body("{\"grr\":0.9}")
                .put("/api/forecast/v1/targets/2026-Q4/all/EUR");
    }

    private static String session() {
        return given().redirects()
                .follow(false)
                .formParam("email", "first@playcaller.test")
                .formParam("password", "correct horse battery")
                .post("/login")
                .cookie("playcaller_session");
    }
}
