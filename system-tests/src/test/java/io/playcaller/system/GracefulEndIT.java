package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.testkit.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SIGTERM while somebody listens and somebody else has sent half of a request: the one is let go, the other is answered. */
class GracefulEndIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What the chart leaves a pod. Whoever waited for a listener would wait for {@link Installation#ENDS_AT_LAST}. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(40);

    private final Installation at = Installation.shared();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<ServiceProcess> ended = new ArrayList<>();

    @AfterEach
    void startAgain() {
        ended.forEach(service -> {
            service.kill();
            service.startAgain();
        });
        ended.forEach(ServiceProcess::awaitReady);
    }

    @Test
    void usageIngestAnswersWhatItHasHalfOf() {
        ServiceProcess ingest = at.ingest();
        awaitInWork(ingest, 0);
        String key = Installation.KEYS.get("web") + ":";
        String authorization = "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        String body =
                "{\"messageId\":\"half-1\",\"userId\":\"u1\",\"event\":\"used\",\"context\":{\"groupId\":\"half\"}}";

        try (HalfSentPost post = new HalfSentPost(ingest.url() + "/v1/track", authorization, body)) {
            awaitInWork(ingest, 1);
            askToEnd(ingest);
            await().atMost(PATIENCE).until(ingest::beganToEnd);

            assertThat(post.finish()).startsWith("HTTP/1.1 200").contains("\"accepted\":1");
            ingest.awaitEnd(ENDS_WITHIN);
        }
    }

    @Test
    void playRouterLetsItsListenersGoAndAnswersWhatItHasHalfOf() {
        ServiceProcess router = at.router();
        awaitInWork(router, 0);
        String lead = TestTokens.bearer("lead@playcaller.test", "lead");

        try (HalfSentPost post = new HalfSentPost(router.url() + "/v1/triage/release", lead, "{\"top\": 0}")) {
            CompletableFuture<HttpResponse<String>> stream = listen(router, "/v1/tasks/stream");
            awaitInWork(router, 2);
            askToEnd(router);
            await().atMost(PATIENCE).until(router::beganToEnd);

            assertThat(stream).succeedsWithin(PATIENCE).satisfies(GracefulEndIT::requireWhole);
            assertThat(post.finish()).startsWith("HTTP/1.1 400").contains("\"field\":\"/top\"");
            router.awaitEnd(ENDS_WITHIN);
        }
    }

    @Test
    void healthServiceLetsItsListenersGo() {
        ServiceProcess health = at.health();
        awaitInWork(health, 0);
        CompletableFuture<HttpResponse<String>> stream = listen(health, "/v1/health/stream");
        awaitInWork(health, 1);

        askToEnd(health);

        assertThat(stream).succeedsWithin(PATIENCE).satisfies(GracefulEndIT::requireWhole);
        health.awaitEnd(ENDS_WITHIN);
    }

    @Test
    void theConsoleLetsItsPagesGo() {
        try (ServiceProcess console = at.console()) {
            console.awaitReady();
            awaitInWork(console, 0);
            CompletableFuture<HttpResponse<String>> page = listen(console, "/api/live");
            awaitInWork(console, 1);

            console.terminate();

            assertThat(page).succeedsWithin(PATIENCE).satisfies(GracefulEndIT::requireWhole);
            console.awaitEnd(ENDS_WITHIN);
        }
    }

    private CompletableFuture<HttpResponse<String>> listen(ServiceProcess service, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", TestTokens.bearer("viewer@playcaller.test", "viewer"))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private static void requireWhole(HttpResponse<String> stream) {
        assertThat(stream.statusCode()).isEqualTo(200);
    }

    /** What an earlier test asked may take a moment to be gone. */
    private static void awaitInWork(ServiceProcess service, double requests) {
        await().atMost(PATIENCE).until(() -> service.requestsInWork() == requests);
    }

    private void askToEnd(ServiceProcess service) {
        ended.add(service);
        service.terminate();
    }
}
