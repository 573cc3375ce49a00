package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.playcaller.testkit.HeardLines;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class TailComponentTest {

    @TestHTTPResource("/v1/tail")
    URI tail;

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @Test
    void whoeverListensHearsWhatComesInAndWhatIsRefusedAndWhyAndNoName() {
        var listening = listen("?source=web");
        Door.as("web-key")
                .body(Door.batch(
                        Door.track("tail-1", "acme", "tail-ann@example.com", "Login"),
                        "{\"type\":\"track\",\"messageId\":\"tail-2\",\"userId\":\"tail-bob@example.com\"}"))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(heard)
                        .anyMatch(line -> line.contains("\"kind\":\"accepted\"")
                                && line.contains("\"id\":\"tail-1\"")
                                && line.contains("\"account\":\"acme\"")
                                && line.contains("\"fact\":{")
                                && line.contains("\"event\":\"Login\"")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(heard)
                        .anyMatch(line -> line.contains("\"kind\":\"refused\"")
                                && line.contains("\"reason\":\"field.missing\"")
                                && line.contains("\"field\":\"/event\"")));
        assertThat(heard).noneMatch(line -> line.contains("example.com"));
        listening.cancel(true);
        await().atMost(SOON)
                .until(() -> RestAssured.get("/q/metrics").asString().contains("playcaller_ingest_tail_listeners 0.0"));
    }

    @Test
    void ofOneSourceAndOfRefusalsOnlyNothingElseIsTold() {
        var listening = listen("?source=support-desk&refused=true");
        Door.as("web-key")
                .body("{\"messageId\":\"tail-3\",\"userId\":\"u\"}")
                .post("/v1/track")
                .then()
                .statusCode(400);
        Door.as("support-key")
                .body(Door.track("tail-4", "acme", "u", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(200);
        Door.as("support-key")
                .body("{\"messageId\":\"tail-5\",\"userId\":\"u\"}")
                .post("/v1/track")
                .then()
                .statusCode(400);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(heard)
                        .anyMatch(line -> line.startsWith("data:") && line.contains("\"kind\":\"refused\"")));
        assertThat(heard).filteredOn(line -> line.startsWith("data:")).hasSize(2);
        assertThat(heard).noneMatch(line -> line.contains("tail-4") || line.contains("\"source\":\"web\""));
        listening.cancel(true);
    }

    @Test
    void aSourceThatIsNotThereIsSaidAtOnce() {
        RestAssured.given()
                .header("Authorization", TestTokens.bearer("otto", "ops"))
                .get("/v1/tail?source=nobody")
                .then()
                .statusCode(404)
                .body("detail", equalTo("there is no source nobody"));
    }

    /** Once it says that it listens, nothing is missed. */
    private CompletableFuture<?> listen(String query) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(tail + query))
                .header("Authorization", TestTokens.bearer("otto", "ops"))
                .build();
        var listening =
                HttpClient.newHttpClient().sendAsync(request, BodyHandlers.fromLineSubscriber(new HeardLines(heard)));
        await().atMost(SOON).until(() -> heard.stream().anyMatch(line -> line.contains("\"kind\":\"listening\"")));
        return listening;
    }
}
